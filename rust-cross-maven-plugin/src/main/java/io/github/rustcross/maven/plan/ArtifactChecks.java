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
}
