package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.maven.problem.Problem;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of a build.
 *
 * @param crates the packages that were built, with their versions; none where it is not known
 * @param time the time that stands for that of the build where it is reproducible; else empty
 * @param catalogVersion the catalog it was made with; empty where it could not be read
 * @param rustc rustc's version; empty where it could not be found
 * @param cargo cargo's version; empty where it could not be found
 * @param rules what the catalog knows of the rules of verification; nothing where it was not read
 * @param targets the targets in the order in which they were asked for
 * @param problems why the build fails besides, for what concerns no single target
 * @param warnings what is wrong, concerns no single target and was let pass
 */
public record BuildReport(
    List<String> crates,
    Optional<Instant> time,
    Optional<String> catalogVersion,
    Optional<String> rustc,
    Optional<String> cargo,
    Map<Rule, RuleKnowledge> rules,
    List<TargetResult> targets,
    List<Problem> problems,
    List<Problem> warnings) {
  /** Copies the collections. */
  public BuildReport {
    crates = List.copyOf(crates);
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    targets = List.copyOf(targets);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** A build that did not get as far as its targets. */
  public static BuildReport failed(Optional<String> catalogVersion, List<Problem> problems) {
    return new BuildReport(
        List.of(),
        Optional.empty(),
        catalogVersion,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        problems,
        List.of());
  }

  /** The targets that are not as they should be. */
  public List<TargetResult> failures() {
    return targets.stream()
        .filter(target -> target.status() == TargetResult.Status.FAILED)
        .toList();
  }
}
