package io.github.rustcross.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of the documentation with all targets: a table for each operating system. */
public final class TargetsPage {
  private static final String NOTHING = "—";

  private static final String HEAD =
      """
      # Targets

      Made from `catalog.yaml` and `proofs.yaml`; [catalog.md](catalog.md#targets-and-proofs) says what the columns mean.
      `mvn verify -Pmatrix` writes the proofs and this page.

      %d targets. Proven so far: %d built, %d run, %d loaded in a JVM.
      """;

  private TargetsPage() {}

  /**
   * Writes the page, in Markdown as GitHub shows it.
   *
   * @param proofs what was proven, by triple
   */
  public static String markdown(TargetCatalog catalog, Map<String, Proof> proofs) {
    StringBuilder page =
        new StringBuilder(
            HEAD.formatted(
                catalog.targets().size(),
                count(proofs.values().stream().map(Proof::built).toList()),
                count(proofs.values().stream().map(Proof::ran).toList()),
                proofs.values().stream().filter(Proof::loadedInJvm).count()));
    Map<String, List<Target>> systems =
        catalog.targets().values().stream()
            .collect(
                Collectors.groupingBy(
                    target -> target.platform().os(), LinkedHashMap::new, Collectors.toList()));
    systems.forEach(
        (system, targets) -> {
          page.append("\n## ").append(system).append("\n\n");
          page.append(
              "| target | tier | std | glibc | classifier | toolchains | runners | proven |\n");
          page.append("|---|---|---|---|---|---|---|---|\n");
          targets.forEach(
              target -> page.append(row(target, proofs.get(target.triple().value()))).append('\n'));
        });
    return page.toString();
  }

  private static long count(List<List<String>> names) {
    return names.stream().filter(list -> !list.isEmpty()).count();
  }

  private static String row(Target target, Proof proof) {
    return "| "
        + String.join(
            " | ",
            "`%s`<br>%s".formatted(target.triple(), target.description()),
            Integer.toString(target.tier()),
            target.isUniversal() ? NOTHING : target.std().id(),
            target.defaultFloor().orElse(NOTHING),
            "`%s`".formatted(target.names().get("classifier")),
            target.isUniversal()
                ? "joined from "
                    + target.slices().stream()
                        .map(slice -> "`%s`".formatted(slice))
                        .collect(Collectors.joining(" and "))
                : list(target.toolchains().stream().map(TargetsPage::choice).distinct().toList()),
            list(target.runners().stream().map(RunnerChoice::runner).toList()),
            proof == null ? NOTHING : proven(proof))
        + " |";
  }

  private static String choice(ToolchainChoice choice) {
    return choice.hosts().isEmpty()
        ? choice.label()
        : "%s (on %s)".formatted(choice.label(), String.join(", ", new TreeSet<>(choice.hosts())));
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? NOTHING : String.join(", ", names);
  }

  private static String proven(Proof proof) {
    List<String> words = new ArrayList<>();
    words.add(
        "built by %s%s"
            .formatted(
                String.join(", ", proof.built()),
                proof.std() == StdSupport.SOURCE ? " (std from source)" : ""));
    if (!proof.ran().isEmpty()) {
      words.add("ran: " + String.join(", ", proof.ran()));
    }
    if (proof.loadedInJvm()) {
      words.add("loaded in a JVM");
    }
    return String.join("<br>", words);
  }
}
