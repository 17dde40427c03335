package io.github.rustcross.maven.problem;

import java.util.regex.Pattern;

/** Keeps passwords out of whatever is printed or written. */
public final class Secrets {
  private static final Pattern LOGIN = Pattern.compile("(://[^\\s/:@]*):[^\\s/]+@");

  private Secrets() {}

  /** The text with {@code ***} for the password of every address in it. */
  public static String mask(String text) {
    return LOGIN.matcher(text).replaceAll("$1:***@");
  }
}
