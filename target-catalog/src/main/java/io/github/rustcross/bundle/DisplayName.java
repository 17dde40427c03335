package io.github.rustcross.bundle;

/** Names out of files, for people: a terminal must not take them for orders. */
final class DisplayName {
  private static final int MOST = 1024;

  private DisplayName() {}

  /** The name without control characters, and not longer than anybody reads. */
  static String of(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .limit(MOST)
        .map(c -> harmful(c) ? '\uFFFD' : c)
        .forEach(text::appendCodePoint);
    return name.length() > MOST ? text.append('…').toString() : text.toString();
  }

  private static boolean harmful(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
