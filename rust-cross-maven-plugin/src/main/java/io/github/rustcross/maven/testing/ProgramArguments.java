package io.github.rustcross.maven.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The call of a test program, changed for a further run. The options are those of Rust's test
 * harness (The rustc Book, "Tests"), which libtest-mimic has as well.
 */
final class ProgramArguments {
  private static final String THREADS = "--test-threads";
  private static final String FORMAT = "--format";

  private static final Set<String> WITH_VALUE =
      Set.of(THREADS, FORMAT, "--skip", "--logfile", "--color", "--shuffle-seed", "-Z");

  /** They decide how much is printed, or how many tests run at once. */
  private static final Set<String> REPLACED =
      Set.of(THREADS, FORMAT, "-q", "--quiet", "--nocapture", "--no-capture");

  private ProgramArguments() {}

  /** The call that has the program say which tests it would run. */
  static List<String> listing(List<String> command) {
    List<String> line = new ArrayList<>(command);
    int free = line.indexOf("--");
    line.add(free < 0 ? line.size() : free, "--list");
    return line;
  }

  /**
   * The call that runs some tests, one after the other, each with its name and what it prints. The
   * user's filters are left out: they would add tests that have ended.
   *
   * @param names their whole names
   */
  static List<String> running(List<String> command, Collection<String> names) {
    List<String> line = new ArrayList<>(List.of(command.get(0)));
    for (int i = 1; i < command.size() && !command.get(i).equals("--"); i++) {
      String word = command.get(i);
      boolean value = WITH_VALUE.contains(word) && i + 1 < command.size();
      String option = word.startsWith("--") ? word.replaceFirst("=.*", "") : word;
      if (word.startsWith("-") && !REPLACED.contains(option) && !option.equals("--exact")) {
        line.addAll(command.subList(i, i + (value ? 2 : 1)));
      }
      i += value ? 1 : 0;
    }
    // What is kept for later dies with the program.
    line.addAll(List.of("--exact", "--nocapture", THREADS + "=1"));
    line.addAll(names);
    return line;
  }
}
