package io.github.rustcross.maven.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in all that a failed test printed what tells why it failed, as one line. */
final class FailureMessage {
  private static final int LONGEST = 500;

  /** Since Rust 1.73 the place stands before the message; the thread's number since 1.91. */
  private static final Pattern PANIC =
      Pattern.compile("thread (?:'(.*?)'|(<unnamed>))(?: \\(\\d+\\))? panicked at (.*)");

  private static final Pattern PLACE = Pattern.compile("(.+:\\d+:\\d+):");
  private static final Pattern OLD_END = Pattern.compile("(.*)', (.+:\\d+:\\d+)");

  /** What libtest adds itself, see {@code calc_result} in its sources. */
  private static final Pattern VERDICT =
      Pattern.compile(
          "note: ((?:test did not panic|panic did not contain|expected panic with|got unexpected"
              + " return code).*)");

  /** What rustdoc says of a documentation test. */
  private static final Pattern DOCUMENTATION =
      Pattern.compile(
          "Test compiled successfully, but it's marked .*|Test executable succeeded, but it's"
              + " marked .*|Test didn't panic, but it's marked .*|Some expected error codes were"
              + " not found: .*|Couldn't run the test: .*");

  private static final Pattern FAILED_PROGRAM =
      Pattern.compile("Test executable failed \\(.*\\)\\.");
  private static final Pattern COMPILER_ERROR = Pattern.compile("error(?:\\[E\\d+\\])?: .+");
  private static final String MAIN = "main";

  private final String test;
  private final List<String> lines;

  private FailureMessage(String test, List<String> lines) {
    this.test = test;
    this.lines = lines;
  }

  /** A panic: whose, and what it says. */
  private record Panic(String thread, String message) {}

  /**
   * The message.
   *
   * @param test the test's name
   * @param output what it printed
   */
  static String of(String test, String output) {
    FailureMessage message = new FailureMessage(test, output.lines().toList());
    String text =
        message
            .verdict()
            .or(message::panic)
            .or(message::documentation)
            .or(message::error)
            .or(message::lastLine)
            .orElse("failed without a message");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** The thread of which a line says that it panicked. */
  static Optional<String> panickedThread(String line) {
    Matcher matcher = PANIC.matcher(line);
    return line.startsWith("thread ") && matcher.matches()
        ? Optional.of(thread(matcher))
        : Optional.empty();
  }

  private Optional<String> verdict() {
    for (int index = lines.size() - 1; index >= 0; index--) {
      Matcher matcher = VERDICT.matcher(lines.get(index));
      if (matcher.matches()) {
        List<String> parts = new ArrayList<>(List.of(matcher.group(1)));
        lines.subList(index + 1, lines.size()).stream()
            .takeWhile(line -> !line.isBlank())
            .map(String::strip)
            .forEach(parts::add);
        return Optional.of(String.join("; ", parts));
      }
    }
    return Optional.empty();
  }

  /**
   * The last panic of the test's own thread, which made it fail; where that is only about another
   * thread that was waited for, the other's.
   */
  private Optional<String> panic() {
    List<Panic> panics = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      Matcher matcher = PANIC.matcher(lines.get(index));
      if (matcher.matches()) {
        panics.add(new Panic(thread(matcher), message(matcher.group(3), index + 1)));
      }
    }
    if (panics.isEmpty()) {
      return Optional.empty();
    }
    Panic last = panics.get(panics.size() - 1);
    Panic own =
        panics.stream()
            .filter(panic -> panic.thread().equals(test) || panic.thread().equals(MAIN))
            .reduce((first, second) -> second)
            .orElse(last);
    Optional<Panic> other =
        panics.stream().filter(panic -> !panic.thread().equals(own.thread())).findFirst();
    return Optional.of(
        own.message().contains("Any { .. }") && other.isPresent()
            ? other.get().message() + ", in thread '" + other.get().thread() + "'"
            : own.message());
  }

  private String message(String rest, int next) {
    Matcher place = PLACE.matcher(rest);
    if (place.matches()) {
      return joined(following(next)) + at(place.group(1));
    }
    List<String> parts = new ArrayList<>();
    String first = rest.startsWith("'") ? rest.substring(1) : rest;
    List<String> candidates = new ArrayList<>(List.of(first));
    candidates.addAll(lines.subList(Math.min(next, lines.size()), lines.size()));
    for (String line : candidates) {
      Matcher end = OLD_END.matcher(line);
      if (end.matches()) {
        parts.add(end.group(1));
        return joined(parts) + at(end.group(2));
      }
      parts.add(line);
    }
    return first;
  }

  private List<String> following(int next) {
    List<String> rest = lines.subList(Math.min(next, lines.size()), lines.size());
    return rest.stream()
        .dropWhile(String::isBlank)
        .takeWhile(
            line ->
                !line.isBlank()
                    && !line.equals("stack backtrace:")
                    && !line.startsWith("Error: ")
                    && panickedThread(line).isEmpty()
                    && !line.startsWith("note: run with `RUST_BACKTRACE="))
        .toList();
  }

  /** The sides of a comparison are set off, other lines simply follow each other. */
  private static String joined(List<String> parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      String stripped = part.strip();
      boolean side = stripped.startsWith("left:") || stripped.startsWith("right:");
      if (text.length() > 0) {
        text.append(side && text.charAt(text.length() - 1) != ',' ? "; " : " ");
      }
      text.append(stripped);
    }
    return text.toString();
  }

  /** Where; a documentation test's places are counted in a file that rustdoc made of it. */
  private String at(String place) {
    return first(FAILED_PROGRAM).isPresent() ? "" : ", at " + place;
  }

  private Optional<String> documentation() {
    if (lines.contains("Couldn't compile the test.")) {
      return Optional.of(
          first(COMPILER_ERROR)
              .map(error -> "does not compile: " + error)
              .orElse("does not compile"));
    }
    return first(DOCUMENTATION).or(() -> first(FAILED_PROGRAM));
  }

  private Optional<String> error() {
    return lines.stream()
        .filter(line -> line.startsWith("Error: "))
        .reduce((first, second) -> second);
  }

  private Optional<String> lastLine() {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .reduce((first, second) -> second)
        .map(String::strip);
  }

  private Optional<String> first(Pattern pattern) {
    return lines.stream().filter(line -> pattern.matcher(line).matches()).findFirst();
  }

  private static String thread(Matcher panic) {
    return panic.group(1) == null ? panic.group(2) : panic.group(1);
  }
}
