package io.github.rustcross.toolchain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks around on the machine that builds; changes nothing. */
public interface HostSearch {
  /**
   * The first file of that name on PATH that can be run.
   *
   * @param name without {@code .exe}
   */
  Optional<Path> program(String name);

  /**
   * A variable of the user's environment that is set and not empty.
   *
   * @param name on Windows in any case
   */
  Optional<String> variable(String name);

  /**
   * The files and folders that a pattern stands for, in no order; none where nothing is there, or
   * where the pattern is no absolute path.
   *
   * @param pattern an absolute path; each {@code *} in it stands for any part of one name. One
   *     without any stands for itself
   */
  List<Path> matches(String pattern);

  /** Whether there is such a file or folder. */
  default boolean exists(Path path) {
    return !matches(path.toString()).isEmpty();
  }
}
