package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.ToolchainSelection;
import java.util.List;
import java.util.Set;

/**
 * What one cargo invocation builds for one target with one set of flags.
 *
 * @param target for which target
 * @param kinds the kinds of artifact that are taken from it
 * @param selection the toolchain
 * @param settings what the POM says of this target alone
 * @param environment its variables and flags, the user's own flags included
 * @param artifacts the files that have to come out
 */
public record BuildUnit(
    Target target,
    Set<ArtifactKind> kinds,
    ToolchainSelection.Selected selection,
    TargetSettings settings,
    TargetEnvironment environment,
    List<ExpectedArtifact> artifacts) {
  /** Copies the collections. */
  public BuildUnit {
    kinds = Set.copyOf(kinds);
    artifacts = List.copyOf(artifacts);
  }
}
