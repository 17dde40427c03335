package io.github.rustcross.maven.plan;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds artifacts that Maven could not tell apart: it would silently keep the last one. */
final class ArtifactChecks {
  private ArtifactChecks() {}

  static List<Problem> repeated(List<TargetPlan> targets) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (TargetPlan plan : targets) {
      problems.addAll(sameFile(plan));
      for (ExpectedArtifact artifact : plan.artifacts()) {
        String what = plan.target().triple() + "/" + artifact.file();
        // All libraries of a platform share one jar: repeated are only files inside it.
        String key =
            artifact.delivery() == Delivery.JAR
                ? "jar:" + artifact.classifier() + "!" + artifact.file()
                : artifact.type() + ":" + artifact.classifier();
        String other = seen.putIfAbsent(key, what);
        if (other != null) {
          problems.add(
              Problem.of(
                  ProblemCode.ARTIFACT_REPEATED,
                  "%s and %s would both be attached with type '%s' and classifier '%s'"
                      .formatted(other, what, artifact.type(), artifact.classifier()),
                  "Leave one of them out, or use -Drust.classifier=triple."));
        }
      }
    }
    return problems;
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
