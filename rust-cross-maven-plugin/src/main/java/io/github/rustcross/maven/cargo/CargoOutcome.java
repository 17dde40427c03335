package io.github.rustcross.maven.cargo;

import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a cargo invocation.
 *
 * @param exitCode cargo's exit code
 * @param produced what its messages named, in that order
 * @param scripts the build scripts that it ran, or found fresh
 * @param errors its error messages, as it printed them
 * @param messages these and all others but for progress, as it printed them
 */
public record CargoOutcome(
    int exitCode,
    List<ProducedFile> produced,
    List<BuildScriptRun> scripts,
    String errors,
    String messages) {
  /** Copies the lists. */
  public CargoOutcome {
    produced = List.copyOf(produced);
    scripts = List.copyOf(scripts);
  }

  /** The first of its errors in one line, with what is telling in it; empty if there is none. */
  public Optional<String> summary() {
    return ErrorSummary.of(errors);
  }

  /**
   * The file that cargo names for an artifact.
   *
   * @param job the invocation, in whose target folder each target has a folder of its own
   */
  public Optional<CompiledFile> file(CargoJob job, BuildUnit unit, ExpectedArtifact artifact) {
    Path folder = job.targetDir().resolve(unit.target().triple().value());
    return produced.stream()
        .filter(part -> part.packageId().equals(artifact.packageId()))
        .filter(part -> part.name().equals(artifact.name()))
        .filter(part -> part.kinds().contains(artifact.kind().id()))
        .flatMap(part -> part.files().stream().map(file -> new CompiledFile(file, part.fresh())))
        .filter(file -> file.path().startsWith(folder))
        .filter(file -> file.path().getFileName().toString().equals(artifact.file()))
        .findFirst();
  }
}
