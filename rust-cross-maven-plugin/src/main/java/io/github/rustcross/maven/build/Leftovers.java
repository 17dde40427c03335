package io.github.rustcross.maven.build;

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
import io.github.rustcross.verify.Check.Outcome;
import io.github.rustcross.verify.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks among the project's classes for libraries that have the name of one of this build's and
 * another content: copies of an earlier build or of another machine's, which the jar plugin would
 * pack (apache/datafusion-comet, issue 2232, is one that was released).
 */
final class Leftovers {
  private Leftovers() {}

  /** What is found, as far as the rule's level lets it be told. */
  record Found(List<Problem> problems, List<Problem> warnings) {}

  static Found in(
      Optional<Path> classes,
      TargetCatalog catalog,
      List<TargetPlan> plans,
      List<TargetResult> results)
      throws IOException {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    Set<String> names = new HashSet<>();
    plans.stream()
        .flatMap(plan -> plan.artifacts().stream())
        .filter(artifact -> artifact.kind() == ArtifactKind.CDYLIB)
        .forEach(artifact -> names.add(artifact.file()));
    RuleLevel level = plans.get(0).verification().levels().of(Rule.LEFTOVER);
    if (names.isEmpty() || level == RuleLevel.OFF || classes.filter(Files::isDirectory).isEmpty()) {
      return found;
    }
    Map<String, Set<String>> built = built(results);
    for (Path file : libraries(classes.get(), names)) {
      Set<String> digests = built.getOrDefault(file.getFileName().toString(), Set.of());
      // Of a library that was not built this time nothing can be said.
      if (!digests.isEmpty() && !digests.contains(Digest.sha256(file))) {
        Finding finding = finding(catalog, level, file);
        FindingProblems.of(List.of(finding), RuleLevel.STRICT).forEach(found.problems()::add);
        FindingProblems.of(List.of(finding), RuleLevel.WARN).forEach(found.warnings()::add);
      }
    }
    return found;
  }

  private static List<Path> libraries(Path classes, Set<String> names) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> names.contains(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static Map<String, Set<String>> built(List<TargetResult> results) {
    Map<String, Set<String>> built = new HashMap<>();
    for (TargetResult result : results) {
      for (FinishedArtifact artifact : result.artifacts()) {
        built
            .computeIfAbsent(artifact.expected().file(), file -> new HashSet<>())
            .add(artifact.sha256());
      }
    }
    return built;
  }

  private static Finding finding(TargetCatalog catalog, RuleLevel level, Path file) {
    Check check =
        new Check(
            Rule.LEFTOVER,
            "",
            "made by another build",
            "what this build made",
            Outcome.BROKEN,
            Map.of("path", file.toString()));
    return Finding.of(check, catalog.rules().get(Rule.LEFTOVER), level, file.toString(), "");
  }
}
