package io.github.rustcross.maven.verify.jni;

import java.util.Locale;
import java.util.Optional;

/**
 * The names under which the JVM looks for functions (JNI specification, chapter 2, "Resolving
 * Native Method Names").
 */
final class JniNames {
  static final String FUNCTION_PREFIX = "Java_";
  static final String ON_LOAD = "JNI_OnLoad";

  private static final String LAST_ESCAPE_DIGIT = "0123";

  private JniNames() {}

  /**
   * Writes a class, a method or argument types in the letters that C names have.
   *
   * @param text with {@code /} between the parts of class names
   * @return empty if a part begins with 0 to 3, which no identifier of Java's does: after an
   *     underscore it would be taken for an escape, and the JVM looks for no function
   */
  static Optional<String> mangle(String text) {
    StringBuilder mangled = new StringBuilder();
    boolean afterSeparator = true;
    // The escapes stand for UTF-16 units, as class files have them: two for a character beyond
    // them.
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (afterSeparator && LAST_ESCAPE_DIGIT.indexOf(unit) >= 0) {
        return Optional.empty();
      }
      afterSeparator = unit == '/';
      mangled.append(mangle(unit));
    }
    return Optional.of(mangled.toString());
  }

  private static String mangle(char unit) {
    return switch (unit) {
      case '/' -> "_";
      case '_' -> "_1";
      case ';' -> "_2";
      case '[' -> "_3";
      default ->
          isPlain(unit) ? String.valueOf(unit) : String.format(Locale.ROOT, "_0%04x", (int) unit);
    };
  }

  private static boolean isPlain(char unit) {
    return unit >= '0' && unit <= '9' || unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z';
  }
}
