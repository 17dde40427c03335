package io.github.rustcross.maven.build;

import io.github.rustcross.bundle.Bundle;
import io.github.rustcross.bundle.BundleEntry;
import io.github.rustcross.bundle.BundleInspector;
import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.plan.TargetPlan;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.report.TargetResult;
import io.github.rustcross.maven.tool.Digest;
import io.github.rustcross.maven.verify.FindingProblems;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Finding;
import io.github.rustcross.verify.RuleLevels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at the libraries among the project's classes, which the jar plugin would pack: those that
 * have the name of one of this build's and another content are copies of an earlier build or of
 * another machine's (apache/datafusion-comet, issue 2232, is one that was released); others may lie
 * in the place of another platform, or be no libraries at all.
 */
final class Leftovers {
  private final TargetCatalog catalog;
  private final RuleLevels levels;
  private final List<TargetResult> results;
  private final List<Finding> findings = new ArrayList<>();

  private Leftovers(TargetCatalog catalog, RuleLevels levels, List<TargetResult> results) {
    this.catalog = catalog;
    this.levels = levels;
    this.results = results;
  }

  /** What is found, as far as the levels of rules let it be told. */
  record Found(List<Problem> problems, List<Problem> warnings) {}

  static Found in(
      Optional<Path> classes,
      TargetCatalog catalog,
      List<TargetPlan> plans,
      List<TargetResult> results)
      throws IOException {
    boolean libraries =
        plans.stream()
            .flatMap(plan -> plan.artifacts().stream())
            .anyMatch(artifact -> artifact.kind() == ArtifactKind.CDYLIB);
    Leftovers leftovers = new Leftovers(catalog, plans.get(0).verification().levels(), results);
    if (libraries && classes.filter(Files::isDirectory).isPresent()) {
      leftovers.look(classes.get());
    }
    return new Found(
        FindingProblems.of(leftovers.findings, RuleLevel.STRICT),
        FindingProblems.of(leftovers.findings, RuleLevel.WARN));
  }

  private void look(Path classes) throws IOException {
    Bundle bundle = BundleInspector.inspectFolder(classes, catalog);
    bundle.broken().forEach(broken -> add(classes.resolve(broken.path()), broken.check()));
    for (BundleEntry entry : bundle.entries()) {
      Path file = classes.resolve(entry.path());
      Set<String> digests = built(entry, file.getFileName().toString());
      // Of a library that was not built this time nothing can be said.
      if (!digests.isEmpty() && !digests.contains(Digest.sha256(file))) {
        add(
            file,
            Check.compared(
                Rule.LEFTOVER,
                "",
                "made by another build",
                "what this build made",
                false,
                Map.of("path", file.toString())));
      }
    }
  }

  /** The digests of what this build made under that name for a target that the library serves. */
  private Set<String> built(BundleEntry entry, String name) {
    return results.stream()
        .filter(result -> entry.targets().contains(result.triple()))
        .flatMap(result -> result.artifacts().stream())
        .filter(artifact -> artifact.expected().file().equals(name))
        .map(FinishedArtifact::sha256)
        .collect(Collectors.toSet());
  }

  private void add(Path file, Check check) {
    findings.add(
        Finding.of(
            check,
            catalog.rules().get(check.rule()),
            levels.of(check.rule()),
            file.toString(),
            ""));
  }
}
