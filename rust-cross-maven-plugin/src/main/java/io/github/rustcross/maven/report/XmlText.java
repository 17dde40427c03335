package io.github.rustcross.maven.report;

/** Text as XML takes it. */
final class XmlText {
  private static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /** The characters that XML 1.0 allows; halves of pairs and control characters are replaced. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      clean.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
      i += Character.charCount(character);
    }
    return clean.toString();
  }

  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || character >= ' ' && character <= 0xD7FF
        || character >= 0xE000 && character <= 0xFFFD
        || character >= 0x10000;
  }
}
