package io.github.rustcross.maven.cargo;

import java.nio.file.Path;
import java.util.List;

/**
 * A part of a package that cargo has built, or found fresh.
 *
 * @param packageId cargo's id of the package
 * @param name the name of the part
 * @param kinds cargo's {@code kind}s of the part
 * @param files the files it consists of
 * @param fresh whether cargo found it as it should be, and built nothing
 */
public record ProducedFile(
    String packageId, String name, List<String> kinds, List<Path> files, boolean fresh) {
  /** Copies the lists. */
  public ProducedFile {
    kinds = List.copyOf(kinds);
    files = List.copyOf(files);
  }
}
