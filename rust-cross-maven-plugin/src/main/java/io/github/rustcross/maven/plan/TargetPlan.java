package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import java.util.List;

/**
 * What is delivered for one target that was asked for.
 *
 * @param target the target
 * @param toolchain the label of its toolchain
 * @param reason why this toolchain
 * @param artifacts the files that have to be there in the end
 */
public record TargetPlan(
    Target target, String toolchain, String reason, List<ExpectedArtifact> artifacts) {
  /** Copies the list. */
  public TargetPlan {
    artifacts = List.copyOf(artifacts);
  }
}
