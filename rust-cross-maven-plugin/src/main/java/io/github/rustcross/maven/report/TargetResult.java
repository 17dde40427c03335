package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.output.RefusedArtifact;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.verify.RuleLevels;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one target.
 *
 * @param triple the target
 * @param status whether it was built
 * @param toolchain who built it; empty where nobody could
 * @param floor the glibc version that was promised; empty where none was
 * @param levels how much each rule of verification counted
 * @param artifacts what lies at its place
 * @param refused what was built and does not lie there, because it is not what the target needs
 * @param problems why it failed or was left out
 * @param warnings what is wrong and was let pass
 */
public record TargetResult(
    TargetTriple triple,
    Status status,
    Optional<ToolchainUsed> toolchain,
    Optional<GlibcVersion> floor,
    RuleLevels levels,
    List<FinishedArtifact> artifacts,
    List<RefusedArtifact> refused,
    List<Problem> problems,
    List<Problem> warnings) {
  /** Copies the lists. */
  public TargetResult {
    artifacts = List.copyOf(artifacts);
    refused = List.copyOf(refused);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** A target that was left out. */
  public static TargetResult skipped(TargetTriple triple, Problem why) {
    return new TargetResult(
        triple,
        Status.SKIPPED,
        Optional.empty(),
        Optional.empty(),
        new RuleLevels(Map.of()),
        List.of(),
        List.of(),
        List.of(why),
        List.of());
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
