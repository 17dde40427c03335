package io.github.rustcross.maven.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines. */
public final class Lines {
  private Lines() {}

  /**
   * Breaks at blanks; a word that is longer than a line stays whole.
   *
   * @param first what the first line begins with
   * @param others what the others begin with
   */
  public static List<String> wrapped(String text, String first, String others, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.strip().split("\\s+")) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(others);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
