package io.github.rustcross.maven.export;

import io.github.rustcross.catalog.Language;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.Optional;

/** For formats whose readers compile C. */
final class Compilers {
  private Compilers() {}

  /** What is wrong where the toolchain cannot build C. */
  static Optional<Problem> check(ExportedTarget target, String format) {
    return target.languages().contains(Language.C)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.EXPORT_REFUSED,
                "%s: %s compiles no C, and a file of the format '%s' is there for that"
                    .formatted(target.target().triple(), target.toolchain(), format),
                "Leave rust.crossToolchain away, or name one that does."));
  }
}
