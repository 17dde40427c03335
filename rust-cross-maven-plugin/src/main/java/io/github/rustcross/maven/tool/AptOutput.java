package io.github.rustcross.maven.tool;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What went wrong, out of what apt prints. */
final class AptOutput {
  /** apt marks what stops it and what it warns of. */
  private static final Pattern ERROR = Pattern.compile("E: .*");

  private static final Pattern MARKED = Pattern.compile("[EW]: .*");

  private AptOutput() {}

  /** The errors; where there are none the warnings; nothing where there are none of them either. */
  static String reason(String stderr) {
    String errors = matching(stderr, ERROR);
    return errors.isEmpty() ? matching(stderr, MARKED) : errors;
  }

  private static String matching(String stderr, Pattern pattern) {
    List<String> lines =
        stderr
            .lines()
            .map(String::strip)
            .filter(line -> pattern.matcher(line).matches())
            .distinct()
            .toList();
    return lines.stream().collect(Collectors.joining("\n"));
  }
}
