package io.github.rustcross.maven.plan;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds artifacts that Maven could not tell apart: it would silently keep the last one. */
final class ArtifactChecks {
  private ArtifactChecks() {}

  static List<Problem> repeated(List<TargetPlan> targets) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    Map<String, String> entries = new HashMap<>();
    for (TargetPlan plan : targets) {
      problems.addAll(sameFile(plan));
      for (ExpectedArtifact artifact : plan.artifacts()) {
        String what = plan.target().triple() + "/" + artifact.file();
        // All that a target has in a jar or an archive shares one.
        String owner =
            artifact.delivery() == Delivery.BINARY ? what : plan.target().triple().value();
        String other = seen.putIfAbsent(artifact.type() + ":" + artifact.classifier(), owner);
        if (other != null && !other.equals(owner)) {
          problems.add(
              Problem.of(
                  ProblemCode.ARTIFACT_REPEATED,
                  "%s and %s would both be attached with type '%s' and classifier '%s'"
                      .formatted(other, owner, artifact.type(), artifact.classifier()),
                  "Leave one of them out, or use -Drust.classifier=triple."));
        } else if (artifact.delivery() == Delivery.JAR) {
          sameEntry(artifact, what, entries.putIfAbsent(artifact.entry(), what))
              .ifPresent(problems::add);
        }
      }
    }
    return problems;
  }

  /** Who puts the jars of two platforms on one class path would find only one of the libraries. */
  private static Optional<Problem> sameEntry(ExpectedArtifact artifact, String what, String other) {
    return other == null
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.ARTIFACT_REPEATED,
                "%s and %s would both lie at '%s' in their jars"
                    .formatted(other, what, artifact.entry()),
                "Leave one of them out, or take a layout that tells them apart, such as"
                    + " -Drust.jniLayout=default."));
  }

  /**
   * On wasm a library and an executable of one name are one file, of which cargo keeps the last.
   */
  private static List<Problem> sameFile(TargetPlan plan) {
    List<Problem> problems = new ArrayList<>();
    Map<String, ExpectedArtifact> files = new HashMap<>();
    for (ExpectedArtifact artifact : plan.artifacts()) {
      ExpectedArtifact other = files.putIfAbsent(artifact.file(), artifact);
      if (other != null) {
        problems.add(
            Problem.of(
                ProblemCode.ARTIFACT_REPEATED,
                "%s: the %s and the %s '%s' would both be the file %s"
                    .formatted(
                        plan.target().triple(),
                        other.kind().id(),
                        artifact.kind().id(),
                        artifact.name(),
                        artifact.file()),
                "Build one of them, with -Drust.lib or -Drust.bins=" + artifact.name() + "."));
      }
    }
    return problems;
  }
}
