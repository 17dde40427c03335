package io.github.rustcross.maven.report;

/** Messages without the lines that the log breaks them into. */
final class Sentences {
  private static final String BREAK = "\n    ";

  private Sentences() {}

  /** One sentence after the other; lists and what other programs said keep their lines. */
  static String of(String message) {
    String[] lines = message.split(BREAK);
    StringBuilder text = new StringBuilder(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      boolean ended = text.isEmpty() || ".:;,!?".indexOf(text.charAt(text.length() - 1)) >= 0;
      text.append(ended ? " " : ". ").append(lines[i]);
    }
    return text.toString();
  }
}
