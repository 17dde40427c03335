package io.github.rustcross.toolchain;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds out whether a program runs on this machine, and which version it is. Starts a process, and
 * may be asked for the same program again: the targets of a build share it.
 */
@FunctionalInterface
public interface ProgramProbe {
  /**
   * Starts a program and looks for its version.
   *
   * @param program the program
   * @param arguments what makes it print its version
   * @param pattern what is to be found in what it prints, standard output and error together; the
   *     first group is the version
   */
  Result probe(Path program, List<String> arguments, Pattern pattern);

  /** What came of it. */
  sealed interface Result {}

  /**
   * It runs.
   *
   * @param version what the pattern's first group found
   */
  record Works(String version) implements Result {}

  /**
   * It does not: it is for another machine, it ended with an exit code, it printed no version.
   *
   * @param reason why not, a sentence without a full stop that calls the program {@code it}
   */
  record Broken(String reason) implements Result {}
}
