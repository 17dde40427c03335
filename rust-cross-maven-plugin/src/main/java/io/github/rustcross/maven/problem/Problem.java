package io.github.rustcross.maven.problem;

import java.util.Optional;

/**
 * One thing that is wrong.
 *
 * @param code its stable name
 * @param message what, where and the value
 * @param suggestion the command or the XML that fixes it
 */
public record Problem(ProblemCode code, String message, Optional<String> suggestion) {
  /** Takes passwords out: whatever is wrong is logged and written into the report. */
  public Problem {
    message = Secrets.mask(message);
    suggestion = suggestion.map(Secrets::mask);
  }

  /** A problem for which there is a way out. */
  public static Problem of(ProblemCode code, String message, String suggestion) {
    return new Problem(code, message, Optional.of(suggestion));
  }

  /** A problem whose message says all. */
  public static Problem of(ProblemCode code, String message) {
    return new Problem(code, message, Optional.empty());
  }

  @Override
  public String toString() {
    return code.id() + ": " + message + suggestion.map(text -> "\n    " + text).orElse("");
  }
}
