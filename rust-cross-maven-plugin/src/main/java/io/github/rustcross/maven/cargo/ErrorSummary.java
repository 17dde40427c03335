package io.github.rustcross.maven.cargo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line for all of cargo's error messages. Where a build script or a linker failed, cargo's own
 * first line says no more than that: then what the compiler, the linker or the panic said follows.
 */
final class ErrorSummary {
  private static final int LONGEST = 300;

  /** What cargo and rustc say of other programs. */
  private static final Pattern OF_OTHERS =
      Pattern.compile("error: (failed to run custom build command|linking with) .*");

  /** How compilers and linkers begin, whoever made them. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)\\berror: |\\bundefined (symbol|reference)\\b|\\b(cannot|unable to|could not) find ");

  private static final Pattern PANIC = Pattern.compile(".*\\bpanicked at .*");
  private static final Pattern ENDS_WITH_PLACE = Pattern.compile(".*:\\d+:\\d+:");
  private static final Pattern PREFIX = Pattern.compile("^(cargo::?warning=|= note: *)");

  private ErrorSummary() {}

  /** The line; empty where cargo printed no error. */
  static Optional<String> of(String errors) {
    List<String> lines = errors.lines().toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String head = lines.get(0);
    if (!OF_OTHERS.matcher(head).matches()) {
      // Some of cargo's sentences go on in the next line.
      return Optional.of(
          head.endsWith(":") && lines.size() > 1 ? head + " " + lines.get(1).strip() : head);
    }
    List<String> body =
        lines.stream()
            .skip(1)
            .takeWhile(line -> !line.startsWith("error"))
            .map(line -> PREFIX.matcher(line.strip()).replaceFirst(""))
            // A whole command line is no message, though it may hold any word.
            .filter(line -> !line.isEmpty() && !line.startsWith("\""))
            .toList();
    return Optional.of(head + telling(body).map(line -> ": " + shortened(line)).orElse(""));
  }

  private static Optional<String> telling(List<String> body) {
    return body.stream()
        .filter(line -> TELLING.matcher(line).find())
        .findFirst()
        .or(() -> panic(body))
        .or(() -> body.stream().filter(line -> line.startsWith("error occurred")).findFirst());
  }

  /** Since Rust 1.73 the message of a panic stands on a line of its own. */
  private static Optional<String> panic(List<String> body) {
    for (int i = 0; i < body.size(); i++) {
      if (PANIC.matcher(body.get(i)).matches()) {
        boolean next = ENDS_WITH_PLACE.matcher(body.get(i)).matches() && i + 1 < body.size();
        return Optional.of(body.get(next ? i + 1 : i));
      }
    }
    return Optional.empty();
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
