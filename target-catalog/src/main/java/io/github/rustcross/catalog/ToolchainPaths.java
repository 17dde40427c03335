package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The folders of a toolchain. Texts are templates.
 *
 * @param folder the folder it lives in; empty where its programs are on PATH
 * @param path folders in front of PATH while one of its programs runs
 * @param libraryPath folders in front of the loader's search path while one of its programs runs
 * @param linkPaths folders in which its linker finds libraries; {@code *} stands for any part of
 *     one name, the newest serves; one that is not there is left out
 * @param linkerPaths folders in which the linker alone finds libraries, in the same way: rustc does
 *     not take a static library from there for that of a crate
 */
public record ToolchainPaths(
    Optional<Sdk> folder,
    List<String> path,
    List<String> libraryPath,
    List<String> linkPaths,
    List<String> linkerPaths) {
  /** Copies the lists. */
  public ToolchainPaths {
    path = List.copyOf(path);
    libraryPath = List.copyOf(libraryPath);
    linkPaths = List.copyOf(linkPaths);
    linkerPaths = List.copyOf(linkerPaths);
  }
}
