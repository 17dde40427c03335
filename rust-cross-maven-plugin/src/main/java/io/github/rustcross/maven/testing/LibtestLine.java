package io.github.rustcross.maven.testing;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that Rust's test harness prints, in its ordinary and its terse form ({@code
 * library/test/src/formatters} of Rust's sources), and libtest-mimic, which imitates it.
 */
final class LibtestLine {
  private static final Pattern COLOUR =
      Pattern.compile("\u001b(?:\\[[0-9;?]*[ -/]*[@-~]|\\([A-Z0-9])");

  private static final Pattern ANNOUNCEMENT =
      Pattern.compile("running (\\d{1,9}) (?:[\\w-]+ )?tests?(?: \\(shuffle seed: \\d+\\))?");
  private static final Pattern SUMMARY =
      Pattern.compile(
          "test result: (?:ok|FAILED)\\. (\\d{1,9}) passed; (\\d{1,9}) failed; (\\d{1,9}) ignored;"
              + " (\\d{1,9}) measured;.*");

  private static final String TIME = "(?: <[0-9.]+m?s>)?";
  private static final Pattern RESULT =
      Pattern.compile(
          "(?:(ok|bench: .*?)|(FAILED(?: \\(time limit exceeded\\))?)|ignored(?:, (.*?))?)" + TIME,
          Pattern.DOTALL);
  private static final Pattern MODE = Pattern.compile(" - (?:should panic|compile fail|compile)$");
  private static final Pattern KIND = Pattern.compile("^\\[[^\\]]*\\] ");
  private static final Pattern LISTED = Pattern.compile("(.+): (?:test|benchmark)");
  private static final Pattern GLUED =
      Pattern.compile(".+test ([\\w:]+)(?: - should panic)? \\.\\.\\. (ok|FAILED|ignored)" + TIME);

  private static final Pattern REPORT = Pattern.compile("---- (.+?)(?: stdout)? ----");
  private static final Pattern SLOW =
      Pattern.compile("test (.+) has been running for over \\d+ seconds");
  private static final Pattern TERSE_FAILURE = Pattern.compile("(.+) --- FAILED");
  private static final Pattern DOTS = Pattern.compile("[.iFa]+(?: \\d+/\\d+)?");

  private static final String BEGIN = "test ";
  private static final String DOTTED = " ...";

  private LibtestLine() {}

  /** What a line says of one test. */
  record Begun(String name, String rest) {}

  /** A line without colours and without the carriage return of another system. */
  static String plain(String line) {
    String plain = line.indexOf('\u001b') < 0 ? line : COLOUR.matcher(line).replaceAll("");
    return plain.endsWith("\r") ? plain.substring(0, plain.length() - 1) : plain;
  }

  /** {@code running 3 tests}. */
  static OptionalLong announcement(String line) {
    if (!line.startsWith("running ")) {
      return OptionalLong.empty();
    }
    Matcher matcher = ANNOUNCEMENT.matcher(line);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** {@code test result: …}. */
  static Optional<Totals> summary(String line) {
    if (!line.startsWith("test result: ")) {
      return Optional.empty();
    }
    Matcher matcher = SUMMARY.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new Totals(
                number(matcher, 1) + number(matcher, 4), number(matcher, 2), number(matcher, 3)))
        : Optional.empty();
  }

  /** {@code test a::b ... }, with what stands behind it. */
  static Optional<Begun> test(String line) {
    int dots = line.startsWith(BEGIN) ? line.indexOf(DOTTED) : -1;
    if (dots < BEGIN.length()) {
      return Optional.empty();
    }
    String rest = line.substring(dots + DOTTED.length());
    String name = KIND.matcher(line.substring(BEGIN.length(), dots)).replaceFirst("");
    return Optional.of(new Begun(MODE.matcher(name).replaceFirst("").strip(), rest.stripLeading()));
  }

  /** {@code a::b: test}, as {@code --list} prints it: the name. */
  static Optional<String> listed(String line) {
    Matcher matcher = LISTED.matcher(line);
    return matcher.matches()
        ? Optional.of(KIND.matcher(matcher.group(1)).replaceFirst("").strip())
        : Optional.empty();
  }

  /** {@code ok}, {@code FAILED}, {@code ignored, reason}, {@code bench: …}, alone. */
  static Optional<Found.Result> result(String text) {
    Matcher matcher = RESULT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1) != null) {
      return Optional.of(new Found.Result(Found.Kind.PASSED, Optional.empty()));
    }
    return Optional.of(
        matcher.group(2) != null
            ? new Found.Result(Found.Kind.FAILED, Optional.empty())
            : new Found.Result(Found.Kind.IGNORED, Optional.ofNullable(matcher.group(3))));
  }

  /** The result behind what a test printed last, without a line end. */
  static Optional<Found.Result> resultBehind(String text) {
    for (String word : new String[] {"ok", "FAILED"}) {
      if (text.endsWith(word)) {
        return result(word);
      }
    }
    return Optional.empty();
  }

  /** A whole line of a test behind what another test printed without a line end. */
  static Optional<Found> glued(String line) {
    if (!line.contains(DOTTED)) {
      return Optional.empty();
    }
    Matcher matcher = GLUED.matcher(line);
    return matcher.matches()
        ? result(matcher.group(2)).map(result -> new Found(matcher.group(1), result))
        : Optional.empty();
  }

  /** {@code ---- a::b stdout ----}. */
  static Optional<String> report(String line) {
    return line.startsWith("---- ") ? first(REPORT, line) : Optional.empty();
  }

  /** {@code test a::b has been running for over 60 seconds}. */
  static Optional<String> slow(String line) {
    return line.startsWith(BEGIN) ? first(SLOW, line) : Optional.empty();
  }

  /** {@code a::b --- FAILED}, of the terse form. */
  static Optional<String> terseFailure(String line) {
    return line.endsWith(" --- FAILED") ? first(TERSE_FAILURE, line) : Optional.empty();
  }

  /** A line of the terse form. */
  static boolean isDots(String line) {
    return !line.isEmpty() && ".iFa".indexOf(line.charAt(0)) >= 0 && DOTS.matcher(line).matches();
  }

  /** The heading of what failing tests printed, and of the list of their names. */
  static boolean isFailures(String line) {
    return line.equals("failures:") || line.equals("failures (time limit exceeded):");
  }

  /** The heading of what passing tests printed. */
  static boolean isSuccesses(String line) {
    return line.equals("successes:");
  }

  private static Optional<String> first(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static long number(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }
}
