package io.github.rustcross.maven.report;

import io.github.rustcross.maven.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of a build.
 *
 * @param catalogVersion the catalog it was made with; empty where it could not be read
 * @param rustc rustc's version; empty where it could not be found
 * @param cargo cargo's version; empty where it could not be found
 * @param targets the targets in the order in which they were asked for
 * @param problems what concerns no single target
 */
public record BuildReport(
    Optional<String> catalogVersion,
    Optional<String> rustc,
    Optional<String> cargo,
    List<TargetResult> targets,
    List<Problem> problems) {
  /** Copies the lists. */
  public BuildReport {
    targets = List.copyOf(targets);
    problems = List.copyOf(problems);
  }

  /** A build that did not get as far as its targets. */
  public static BuildReport failed(Optional<String> catalogVersion, List<Problem> problems) {
    return new BuildReport(catalogVersion, Optional.empty(), Optional.empty(), List.of(), problems);
  }

  /** The targets that are not as they should be. */
  public List<TargetResult> failures() {
    return targets.stream()
        .filter(target -> target.status() == TargetResult.Status.FAILED)
        .toList();
  }
}
