package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.GlibcVersion;
import java.util.List;
import java.util.Optional;

/**
 * What is delivered for one target that was asked for.
 *
 * @param target the target
 * @param parts the targets that are compiled for it: itself, or those that it is joined from
 * @param toolchain the label of its toolchain
 * @param toolchainVersion the version of the tool that compiles, where it is known
 * @param reason why this toolchain
 * @param floor the glibc version that is promised; empty where none is
 * @param verification how they are verified
 * @param artifacts the files that have to be there in the end
 */
public record TargetPlan(
    Target target,
    List<Target> parts,
    String toolchain,
    Optional<String> toolchainVersion,
    String reason,
    Optional<GlibcVersion> floor,
    VerifyPlan verification,
    List<ExpectedArtifact> artifacts) {
  /** Copies the lists. */
  public TargetPlan {
    parts = List.copyOf(parts);
    artifacts = List.copyOf(artifacts);
  }
}
