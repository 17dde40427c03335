package io.github.rustcross.maven.text;

/** What a piece of text is; a terminal shows it by its colour. */
public enum Style {
  /** Nothing special. */
  PLAIN(""),
  /** A heading, or a name that is looked for. */
  STRONG("1"),
  /** All is well. */
  GOOD("1;32"),
  /** Something is missing that may not be needed. */
  DOUBTFUL("1;33"),
  /** Something is missing. */
  BAD("1;31"),
  /** Where a value comes from, and whatever is said beside the matter. */
  FAINT("2"),
  /** A command to copy. */
  COMMAND("36");

  /** Parameters of SGR (ECMA-48, 8.3.117). */
  private final String codes;

  Style(String codes) {
    this.codes = codes;
  }

  /** The text with the sequences around it that switch the style on and off again. */
  String on(String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + codes + "m" + text + "\u001b[m";
  }
}
