package io.github.rustcross.toolchain;

import java.nio.file.Path;
import java.util.Optional;

/** Looks programs up on PATH. */
@FunctionalInterface
public interface ProgramFinder {
  /**
   * The first file of that name on PATH that can be run.
   *
   * @param name without {@code .exe}
   */
  Optional<Path> find(String name);
}
