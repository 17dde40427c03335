package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.CrateHint;
import io.github.rustcross.catalog.CrateKnowledge;
import io.github.rustcross.catalog.Library;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.OwnCopy;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds names in what is known of crates that lead nowhere. */
final class NativeChecks {
  private final TargetCatalog catalog;
  private final CrateKnowledge crates;
  private final List<CatalogProblem> problems = new ArrayList<>();

  private NativeChecks(TargetCatalog catalog) {
    this.catalog = catalog;
    this.crates = catalog.crates();
  }

  static List<CatalogProblem> check(TargetCatalog catalog) {
    NativeChecks checks = new NativeChecks(catalog);
    checks.crates.libraries().values().forEach(checks::library);
    checks.crates.facts().values().forEach(checks::facts);
    return checks.problems;
  }

  private void library(Library library) {
    targets(library.partOf(), library.origin(), "libraries.%s.partOf".formatted(library.name()));
  }

  private void facts(CrateFacts facts) {
    String path = "crates." + facts.crate();
    facts
        .library()
        .flatMap(
            name ->
                CatalogChecks.dangling(
                    "library", name, crates.libraries().keySet(), facts.origin(), path + ".needs"))
        .ifPresent(problems::add);
    Stream.of(
            facts.programs(), facts.mayNeed(), facts.own().map(OwnCopy::programs).orElse(List.of()))
        .flatMap(List::stream)
        .forEach(
            name ->
                CatalogChecks.dangling(
                        "host program",
                        name,
                        crates.programs().keySet(),
                        facts.origin(),
                        path + ".programs")
                    .ifPresent(problems::add));
    targets(facts.unneeded(), facts.origin(), path + ".unneeded");
    targets(facts.unsure(), facts.origin(), path + ".unsure");
    for (CrateHint hint : facts.hints()) {
      targets(hint.targets(), facts.origin(), path + ".hints");
    }
  }

  private void targets(TargetSet targets, Origin origin, String path) {
    for (String word : targets.words()) {
      boolean known =
          word.startsWith("@")
              ? catalog.groups().containsKey(word.substring(1))
              : catalog.targets().containsKey(word) || isSystem(word);
      if (!known) {
        problems.add(
            new CatalogProblem(
                origin,
                path,
                "'%s' is no triple, no @group and no target_os of a target".formatted(word)));
      }
    }
  }

  private boolean isSystem(String word) {
    return catalog.targets().values().stream()
        .map(Target::platform)
        .anyMatch(platform -> platform.os().equals(word));
  }
}
