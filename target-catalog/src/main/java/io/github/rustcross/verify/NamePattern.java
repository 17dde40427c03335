package io.github.rustcross.verify;

import java.util.Locale;

/** Patterns of names in which {@code *} stands for any characters, none included. */
public final class NamePattern {
  private NamePattern() {}

  /**
   * Whether a name is as one of the patterns says.
   *
   * @param sameCase whether upper and lower case differ
   */
  public static boolean any(Iterable<String> patterns, String name, boolean sameCase) {
    for (String pattern : patterns) {
      if (sameCase ? matches(pattern, name) : matches(lower(pattern), lower(name))) {
        return true;
      }
    }
    return false;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Greedy from the left with one place to come back to, so that no pattern takes long. */
  static boolean matches(String pattern, String name) {
    int at = 0;
    int star = -1;
    int resume = 0;
    for (int i = 0; i < name.length(); ) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = i;
      } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(i)) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
