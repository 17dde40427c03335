package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Diagnostic;
import io.github.rustcross.catalog.Evidence;
import io.github.rustcross.catalog.Stage;
import io.github.rustcross.catalog.TargetSet;
import java.util.List;
import java.util.Optional;

/** Reads an entry of {@code diagnostics:}. */
final class DiagnosticReader {
  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final List<Evidence> EVIDENCE = List.of(Evidence.values());

  private DiagnosticReader() {}

  static Diagnostic read(String id, Fields fields) {
    Diagnostic diagnostic =
        new Diagnostic(
            id,
            fields.word("stage", STAGES, Stage::id),
            fields.optionalText("pattern"),
            fields.optionalText("unless"),
            Optional.of(fields.texts("targets"))
                .filter(some -> !some.isEmpty())
                .map(TargetSet::new),
            fields.flag("warning", false),
            fields.texts("before"),
            fields.text("what"),
            fields.text("why"),
            fields.texts("fix"),
            InstallationReader.read(fields),
            fields.texts("toolchains"),
            fields.word("evidence", EVIDENCE, Evidence::id),
            fields.text("source"),
            fields.optionalText("detectedBy"),
            fields.origin());
    fields.done();
    if (diagnostic.pattern().isPresent() == diagnostic.detectedBy().isPresent()) {
      throw fields.problem(
          "pattern",
          fields.origin(),
          "either 'pattern' finds a failure in what is printed, or 'detectedBy' says what else does;"
              + " one of them has to be there");
    }
    if (diagnostic.fix().isEmpty()) {
      throw fields.problem("fix", fields.origin("fix"), "is empty");
    }
    return diagnostic;
  }
}
