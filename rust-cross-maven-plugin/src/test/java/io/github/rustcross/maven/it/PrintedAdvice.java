package io.github.rustcross.maven.it;

import com.fasterxml.jackson.databind.JsonNode;
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
    String what = lines.get(start).substring((LEVEL + triple + ": ").length());
    List<List<String>> advice = new ArrayList<>();
    for (String line : lines.subList(start + 1, end)) {
      if (line.startsWith(LEVEL + "  - ")) {
        advice.add(new ArrayList<>());
      } else if (!line.startsWith(LEVEL)) {
        advice.get(advice.size() - 1).add(line);
      }
    }
    return new PrintedAdvice(what, advice);
  }

  /** The same as it stands in a report. */
  static PrintedAdvice read(JsonNode diagnosis) {
    List<List<String>> advice = new ArrayList<>();
    for (JsonNode fix : diagnosis.path("fix")) {
      List<String> lines = new ArrayList<>();
      fix.path("lines").forEach(line -> lines.add(line.asText()));
      advice.add(lines);
    }
    return new PrintedAdvice(diagnosis.path("what").asText(), advice);
  }

  List<String> lines(int number) {
    List<String> lines = advice.get(number);
    if (lines.isEmpty()) {
      throw new AssertionError("nothing to copy in advice " + number + " of " + advice);
    }
    return lines;
  }
}
