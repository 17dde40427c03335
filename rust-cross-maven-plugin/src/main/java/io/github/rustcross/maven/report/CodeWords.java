package io.github.rustcross.maven.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells commands, options and code from the sentences around them, by the way that hints are
 * written: behind a colon, or as words that no sentence has.
 */
final class CodeWords {
  /** Options, assignments to variables, attributes and macros of Rust. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\w.])(?:--?[A-Za-z][^\\s;,]*|[A-Z][A-Z0-9_]+=[^\\s;,]+|#\\[[^\\]]*\\]"
              + "|[a-z]+!\\([^\\n]*?\\)(?=[;.,\\s]|$))");

  /** What stands behind a colon, up to where the sentence goes on. */
  private static final Pattern BEHIND_COLON =
      Pattern.compile(
          "(?<=: )(?!https?:)[a-z#.@%/<-].*?(?=[;,.]\\s| \\(|\\.?$)", Pattern.MULTILINE);

  /** Something that a sentence does not have. */
  private static final Pattern TELLING = Pattern.compile("[-=/_!<%#\\[@]");

  private static final int SHORT = 2;

  private CodeWords() {}

  /** A part of a text. */
  record Part(String text, boolean code) {}

  /** The text in parts, in order. */
  static List<Part> of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher command = BEHIND_COLON.matcher(text);
    int done = 0;
    while (command.find(done)) {
      words(text.substring(done, command.start()), parts);
      String code = trimmed(command.group());
      if (isCommand(code)) {
        parts.add(new Part(code, true));
      } else {
        words(code, parts);
      }
      done = command.start() + code.length();
    }
    words(text.substring(done), parts);
    return parts;
  }

  private static boolean isCommand(String text) {
    return TELLING.matcher(text).find() || text.split(" ").length <= SHORT;
  }

  private static void words(String text, List<Part> parts) {
    Matcher word = WORD.matcher(text);
    int done = 0;
    while (word.find()) {
      String code = trimmed(word.group());
      add(parts, text.substring(done, word.start()), false);
      add(parts, code, true);
      done = word.start() + code.length();
    }
    add(parts, text.substring(done), false);
  }

  /** Without a full stop, and without the end of a parenthesis that began before. */
  private static String trimmed(String word) {
    String code = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    boolean beganBefore = code.endsWith(")") && count(code, ')') > count(code, '(');
    return beganBefore ? code.substring(0, code.length() - 1) : code;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }

  private static void add(List<Part> parts, String text, boolean code) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, code));
    }
  }
}
