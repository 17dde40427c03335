package io.github.rustcross.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the documentation with all failures that are explained, in the order of a build. */
public final class DiagnosticsPage {
  private static final String HEAD =
      """
      # Failures and what to do

      Made from `catalog.yaml`; [catalog.md](catalog.md#diagnostics) says how an overlay changes it.

      Where cargo fails, its own output is shown as it is; below it stands, for each target, what happened, why, and what
      to do on this machine. The same is in `report.json` and `report.html`. Words in braces are filled in: `{triple}` is the
      target, `{1}` a part of what was printed, `{crossToolchain?}` another toolchain of the target and `{install?}` the
      command of this machine's package manager.

      %d failures are known by what is printed, and %d that print nothing. How each is known: %s.
      """;

  private DiagnosticsPage() {}

  /** Writes the page, in Markdown as GitHub shows it. */
  public static String markdown(TargetCatalog catalog) {
    List<Diagnostic> all = List.copyOf(catalog.diagnostics().values());
    List<Diagnostic> silent = all.stream().filter(Diagnostic::isSilent).toList();
    StringBuilder page =
        new StringBuilder(HEAD.formatted(all.size() - silent.size(), silent.size(), evidence(all)));
    for (Stage stage : Stage.values()) {
      List<Diagnostic> ofStage =
          all.stream()
              .filter(diagnostic -> diagnostic.stage() == stage && !diagnostic.isSilent())
              .toList();
      if (!ofStage.isEmpty()) {
        page.append("\n## Stage ").append(stage.id()).append('\n');
        ofStage.forEach(diagnostic -> page.append(entry(diagnostic)));
      }
    }
    page.append("\n## What prints nothing\n");
    silent.forEach(diagnostic -> page.append(entry(diagnostic)));
    return page.toString();
  }

  private static String evidence(List<Diagnostic> all) {
    return Arrays.stream(Evidence.values())
        .map(
            evidence ->
                "%s %s"
                    .formatted(
                        all.stream().filter(one -> one.evidence() == evidence).count(),
                        meaning(evidence)))
        .collect(Collectors.joining(", "));
  }

  private static String meaning(Evidence evidence) {
    return switch (evidence) {
      case PROVOKED -> "`provoked` (a test does it with real tools, and follows the advice)";
      case PRINTED -> "`printed` (by a real tool)";
      case SOURCE -> "`source` (read in the source of what prints it)";
      case THREAD -> "`thread` (read in somebody's report)";
      case DOCUMENT -> "`document` (read in documentation)";
    };
  }

  private static String entry(Diagnostic diagnostic) {
    StringBuilder entry = new StringBuilder("\n### ").append(diagnostic.id()).append("\n\n");
    entry.append(sentence(diagnostic.what())).append("\n\n");
    diagnostic
        .pattern()
        .ifPresent(pattern -> entry.append("```text\n").append(pattern).append("\n```\n\n"));
    diagnostic.detectedBy().ifPresent(by -> entry.append("").append(by).append(".\n\n"));
    entry.append(diagnostic.why()).append("\n\n");
    diagnostic.fix().forEach(fix -> entry.append(advice(fix)));
    entry
        .append("\nEvidence: `")
        .append(diagnostic.evidence().id())
        .append("` (")
        .append(diagnostic.source())
        .append(")\n");
    return entry.toString();
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private static String advice(String text) {
    List<String> lines = text.strip().lines().toList();
    String sentence = "- " + lines.get(0) + "\n";
    return lines.size() == 1
        ? sentence
        : Stream.of(
                Stream.of(sentence + "\n  ```text"),
                lines.stream().skip(1).map(line -> "  " + line),
                Stream.of("  ```\n"))
            .flatMap(part -> part)
            .collect(Collectors.joining("\n"));
  }
}
