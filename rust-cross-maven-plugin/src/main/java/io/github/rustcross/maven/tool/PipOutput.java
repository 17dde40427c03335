package io.github.rustcross.maven.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What matters of pip's messages: its errors, and why the network failed it. */
final class PipOutput {
  private static final int MOST = 8;

  /** {@code WARNING: Retrying (Retry(…)) after connection broken by 'X('…')': /simple/name/}. */
  private static final Pattern RETRY =
      Pattern.compile("WARNING: Retrying .* after connection broken by '(.*)': .*");

  /** {@code NewConnectionError('<…HTTPSConnection object at 0x…>: Failed to establish …')}. */
  private static final Pattern OBJECT = Pattern.compile("[A-Za-z]*\\(['\"]<[^>]*>: ");

  private PipOutput() {}

  static String reason(String stderr) {
    List<String> lines = new ArrayList<>();
    Optional<String> broken = Optional.empty();
    for (String line : stderr.lines().filter(text -> !text.isBlank()).toList()) {
      if (line.startsWith("Traceback ")) {
        // From here to its last line it tells of pip's own functions.
        lines.clear();
      }
      Matcher retry = RETRY.matcher(line);
      if (retry.matches()) {
        broken = Optional.of(plain(retry.group(1)));
      } else {
        lines.add(line);
      }
    }
    List<String> errors = lines.stream().filter(line -> line.startsWith("ERROR: ")).toList();
    List<String> kept = new ArrayList<>(errors.isEmpty() ? last(lines) : errors);
    broken.ifPresent(text -> kept.add("connection broken: " + text));
    return String.join("\n", last(kept));
  }

  private static List<String> last(List<String> lines) {
    // Below a trace only the exception itself is told.
    boolean trace = lines.stream().anyMatch(line -> line.startsWith("Traceback "));
    return lines.subList(Math.max(0, lines.size() - (trace ? 1 : MOST)), lines.size());
  }

  private static String plain(String text) {
    return OBJECT
        .matcher(text)
        .replaceAll("")
        .replaceAll("['\")]+$", "")
        .replaceAll("^[A-Za-z]+\\(['\"]", "")
        .replaceAll("['\"], ", " ");
  }
}
