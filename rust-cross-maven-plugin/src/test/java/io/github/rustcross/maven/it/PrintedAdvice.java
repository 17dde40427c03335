package io.github.rustcross.maven.it;

import java.util.ArrayList;
import java.util.List;

/**
 * An explanation as it stands in Maven's log.
 *
 * @param what its first line, behind the target
 * @param advice what is to be copied, of each thing to do
 */
record PrintedAdvice(String what, List<List<String>> advice) {
  private static final String LEVEL = "[ERROR] ";

  /** Reads the block of a target. */
  static PrintedAdvice read(String log, String triple, String id) {
    List<String> lines = log.lines().toList();
    int end = lines.indexOf(LEVEL + "  (diagnostic " + id + ")");
    int start = end;
    while (start >= 0 && !lines.get(start).startsWith(LEVEL + triple + ": ")) {
      start--;
    }
    if (start < 0) {
      throw new AssertionError("no explanation " + id + " of " + triple + " in: " + log);
    }
    StringBuilder what =
        new StringBuilder(lines.get(start).substring((LEVEL + triple + ": ").length()));
    List<List<String>> advice = new ArrayList<>();
    for (String line : lines.subList(start + 1, end)) {
      if (line.startsWith(LEVEL + "  - ")) {
        advice.add(new ArrayList<>());
      } else if (!line.startsWith(LEVEL)) {
        advice.get(advice.size() - 1).add(line);
      }
    }
    return new PrintedAdvice(what.toString(), advice);
  }

  List<String> lines(int number) {
    List<String> lines = advice.get(number);
    if (lines.isEmpty()) {
      throw new AssertionError("nothing to copy in advice " + number + " of " + advice);
    }
    return lines;
  }
}
