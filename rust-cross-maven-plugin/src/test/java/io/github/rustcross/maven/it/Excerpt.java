package io.github.rustcross.maven.it;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines that follow each other in an output. {@code …} in a line stands for anything, as a line of
 * its own for any number of lines; the width of a gap does not count.
 */
record Excerpt(List<String> lines) {
  private static final String ANYTHING = "…";
  private static final Pattern GAP = Pattern.compile("\\s+");

  Excerpt {
    lines = List.copyOf(lines);
    if (lines.stream().allMatch(ANYTHING::equals)) {
      throw new AssertionError("an excerpt that fits every output");
    }
  }

  /** Fails unless an output has the lines, and tells the first one that is not where it should. */
  void check(String output) {
    List<String> printed = output.lines().toList();
    int best = -1;
    for (int start = 0; start <= printed.size(); start++) {
      int fitting = fitting(0, printed.subList(start, printed.size()));
      if (fitting == lines.size()) {
        return;
      }
      best = Math.max(best, fitting);
    }
    throw new AssertionError(
        "not printed: %s\nof:\n%s\nin:\n%s"
            .formatted(lines.get(best), String.join("\n", lines), output));
  }

  /** The index of the first line, from one on, that does not fit the beginning of an output. */
  private int fitting(int from, List<String> printed) {
    for (int at = from; at < lines.size(); at++) {
      if (lines.get(at).equals(ANYTHING)) {
        int best = at + 1;
        for (int skipped = at - from; skipped <= printed.size(); skipped++) {
          best = Math.max(best, fitting(at + 1, printed.subList(skipped, printed.size())));
        }
        return best;
      }
      if (at - from >= printed.size() || !fits(lines.get(at), printed.get(at - from))) {
        return at;
      }
    }
    return lines.size();
  }

  private static boolean fits(String line, String printed) {
    StringBuilder pattern = new StringBuilder();
    for (String part : normal(line).split(ANYTHING, -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.matches(pattern.toString(), normal(printed));
  }

  private static String normal(String line) {
    return GAP.matcher(line.strip()).replaceAll(" ");
  }
}
