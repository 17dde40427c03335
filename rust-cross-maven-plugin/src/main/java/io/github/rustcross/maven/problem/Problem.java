package io.github.rustcross.maven.problem;

import io.github.rustcross.diagnose.Diagnosis;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that is wrong.
 *
 * @param code its stable name
 * @param message what, where and the value
 * @param suggestion the command or the XML that fixes it
 * @param diagnosis the explanation, where the catalog has one for what was printed
 */
public record Problem(
    ProblemCode code, String message, Optional<String> suggestion, Optional<Diagnosis> diagnosis) {
  /** Takes passwords out: whatever is wrong is logged and written into the report. */
  public Problem {
    message = Secrets.mask(message);
    suggestion = suggestion.map(Secrets::mask);
  }

  /** A problem that nobody has to explain. */
  public Problem(ProblemCode code, String message, Optional<String> suggestion) {
    this(code, message, suggestion, Optional.empty());
  }

  /** A problem for which there is a way out. */
  public static Problem of(ProblemCode code, String message, String suggestion) {
    return new Problem(code, message, Optional.of(suggestion));
  }

  /** A problem whose message says all. */
  public static Problem of(ProblemCode code, String message) {
    return new Problem(code, message, Optional.empty());
  }

  /** The same problem explained: what happened and the best thing to do are its suggestion. */
  public Problem explained(Diagnosis why) {
    String first =
        why.fix().stream()
            .findFirst()
            .map(advice -> ". " + advice.text() + Problem.indented(advice))
            .orElse("");
    return new Problem(code, message, Optional.of(why.what() + first), Optional.of(why));
  }

  private static String indented(Diagnosis.Advice advice) {
    return advice.lines().stream().map(line -> "\n        " + line).collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return code.id() + ": " + message + suggestion.map(text -> "\n    " + text).orElse("");
  }
}
