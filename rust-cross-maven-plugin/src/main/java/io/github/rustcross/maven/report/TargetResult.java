package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of one target.
 *
 * @param triple the target
 * @param status whether it was built
 * @param toolchain who built it; empty where nobody could
 * @param artifacts what lies at its place
 * @param problems what went wrong, warnings included
 */
public record TargetResult(
    TargetTriple triple,
    Status status,
    Optional<ToolchainUsed> toolchain,
    List<FinishedArtifact> artifacts,
    List<Problem> problems) {
  /** Copies the lists. */
  public TargetResult {
    artifacts = List.copyOf(artifacts);
    problems = List.copyOf(problems);
  }

  /** Whether a target was built. */
  public enum Status {
    /** All its artifacts are there and as promised. */
    BUILT("built"),
    /** Something is wrong. */
    FAILED("failed"),
    /** It cannot be built here and was allowed to be left out. */
    SKIPPED("skipped");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /** The word in the report. */
    public String id() {
      return id;
    }
  }

  /**
   * The toolchain of a target.
   *
   * @param name its label
   * @param version the version of the tool that compiles, where it is known
   */
  public record ToolchainUsed(String name, Optional<String> version) {}
}
