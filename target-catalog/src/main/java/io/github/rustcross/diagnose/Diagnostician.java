package io.github.rustcross.diagnose;

import io.github.rustcross.catalog.Diagnostic;
import io.github.rustcross.catalog.Stage;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.HostSearch;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Explains failures with the catalog's {@code diagnostics:}. Several of them may fit one output,
 * because linkers print what follows from a mistake too, and cargo lets several crates fail side by
 * side. The first cause is told: errors before warnings, then the earlier stage of a build, then
 * what was printed first; what the catalog calls an echo of another that fits too is left out.
 *
 * <p>Texts know the words of {@code io.github.rustcross.toolchain.TargetWords}; {@code {host}}, the
 * triple of this machine; {@code {toolchain}}, who built; {@code {crossToolchain?}}, another of the
 * target's toolchains that compiles C; {@code {install?}}, the command that installs what is
 * missing, on this machine; and {@code {1}} for the first group of the pattern that took part. What
 * is to be done and has an unknown word is left out.
 */
public final class Diagnostician {
  private final TargetCatalog catalog;
  private final HostPlatform host;
  private final HostSearch search;

  /** One for a machine. */
  public Diagnostician(TargetCatalog catalog, HostPlatform host, HostSearch search) {
    this.catalog = catalog;
    this.host = host;
    this.search = search;
  }

  /**
   * Explains why a build failed.
   *
   * @param toolchain who built, as plans label it
   * @return empty where the catalog has nothing that fits
   */
  public Optional<Diagnosis> explain(Symptoms symptoms, Target target, String toolchain) {
    return explain(symptoms, target, toolchain, Set.of(Stage.values()));
  }

  /** Explains why the program that was built does not run. */
  public Optional<Diagnosis> explainRun(String output, Target target, String toolchain) {
    return explain(Symptoms.of(output), target, toolchain, Set.of(Stage.RUN));
  }

  private Optional<Diagnosis> explain(
      Symptoms symptoms, Target target, String toolchain, Set<Stage> stages) {
    List<Diagnostic> candidates =
        catalog.diagnostics().values().stream()
            .filter(diagnostic -> !diagnostic.isSilent())
            .filter(diagnostic -> diagnostic.concerns(target))
            .filter(diagnostic -> stages.contains(diagnostic.stage()))
            .toList();
    // What is among the warnings is told only where the errors themselves tell nothing.
    return firstCause(candidates, symptoms.errors())
        .or(() -> firstCause(candidates, symptoms.all()))
        .map(match -> new DiagnosisTexts(catalog, host, search, target, toolchain).of(match));
  }

  private static Optional<Match> firstCause(Collection<Diagnostic> candidates, String output) {
    List<Match> matches =
        candidates.stream().flatMap(candidate -> Match.of(candidate, output).stream()).toList();
    Set<String> echoes =
        matches.stream()
            .flatMap(match -> match.diagnostic().before().stream())
            .collect(Collectors.toSet());
    return matches.stream()
        .filter(match -> !echoes.contains(match.diagnostic().id()))
        .min(Match.FIRST_CAUSE);
  }
}
