package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.cargo.BuildScriptRun;
import io.github.rustcross.maven.cargo.CargoOutcome;
import io.github.rustcross.maven.cargo.CompiledFile;
import io.github.rustcross.maven.cargo.ProducedFile;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that cargo named so far, by target, and what went wrong. */
final class CompiledFiles {
  private final Explanations explanations;
  private final Map<String, CompiledFile> files = new HashMap<>();

  /** By folder, and by files: sets would have the JVM make methods that compare records. */
  private final Map<Path, BuildScriptRun> scripts = new LinkedHashMap<>();

  private final Map<List<Path>, ProducedFile> produced = new LinkedHashMap<>();
  private final Map<TargetTriple, List<Problem>> problems = new HashMap<>();

  CompiledFiles(Explanations explanations) {
    this.explanations = explanations;
  }

  /** The build scripts that ran for a target. */
  List<BuildScriptRun> scripts(Path folder) {
    return scripts.values().stream().filter(run -> run.folder().startsWith(folder)).toList();
  }

  /** What was compiled for a target, libraries of dependencies included. */
  List<ProducedFile> produced(Path folder) {
    return produced.values().stream()
        .filter(part -> part.files().stream().anyMatch(file -> file.startsWith(folder)))
        .toList();
  }

  /** Takes note of an outcome; the units of which something is missing are returned. */
  List<BuildUnit> add(CargoJob job, CargoOutcome outcome) {
    List<BuildUnit> missing = new ArrayList<>();
    outcome.scripts().forEach(run -> scripts.put(run.folder(), run));
    outcome.produced().forEach(part -> produced.put(part.files(), part));
    for (BuildUnit unit : job.units()) {
      boolean complete = true;
      for (ExpectedArtifact artifact : unit.artifacts()) {
        Optional<CompiledFile> file = outcome.file(job, unit, artifact);
        file.ifPresent(found -> files.put(key(unit.target().triple(), artifact.file()), found));
        complete &= file.isPresent();
      }
      if (!complete) {
        missing.add(unit);
      }
    }
    return missing;
  }

  void fail(List<BuildUnit> units, CargoOutcome outcome) {
    for (BuildUnit unit : units) {
      problems
          .computeIfAbsent(unit.target().triple(), triple -> new ArrayList<>())
          .add(explanations.explained(problem(unit, outcome), unit, outcome));
    }
  }

  /** What is not tried any more after a failure. */
  void leaveOut(List<CargoJob> jobs) {
    jobs.stream()
        .flatMap(job -> job.units().stream())
        .map(unit -> unit.target().triple())
        .forEach(
            triple ->
                problems.putIfAbsent(
                    triple,
                    List.of(
                        Problem.of(
                            ProblemCode.ARTIFACT_MISSING,
                            triple + " was not built: rust.failFast ended the build before",
                            "Mend what failed, or build all that can be built:"
                                + " -Drust.failFast=false"))));
  }

  /** cargo could not build for a target. */
  static Problem cargoFailed(TargetTriple triple, CargoOutcome outcome) {
    Optional<String> full = Storage.full(outcome.errors());
    if (full.isPresent()) {
      return Problem.of(
          ProblemCode.OUTPUT_UNUSABLE,
          "cargo could not build %s: %s".formatted(triple, full.get()),
          "Make room, or name another folder: -Drust.targetDir=/path/to/folder");
    }
    return Problem.of(
        ProblemCode.CARGO_FAILED,
        "cargo could not build %s (exit code %d)%s"
            .formatted(
                triple, outcome.exitCode(), outcome.summary().map(line -> ": " + line).orElse("")),
        "cargo's own messages are above; -X shows its command line.");
  }

  private Problem problem(BuildUnit unit, CargoOutcome outcome) {
    TargetTriple triple = unit.target().triple();
    if (outcome.exitCode() != 0) {
      return cargoFailed(triple, outcome);
    }
    List<String> missing =
        unit.artifacts().stream()
            .map(ExpectedArtifact::file)
            .filter(file -> !files.containsKey(key(triple, file)))
            .toList();
    return Problem.of(
        ProblemCode.ARTIFACT_MISSING,
        "cargo built %s, but not %s".formatted(triple, String.join(", ", missing)),
        "rustc leaves a library type out that the target does not support: look for its warning.");
  }

  Optional<CompiledFile> file(TargetTriple triple, ExpectedArtifact artifact) {
    return Optional.ofNullable(files.get(key(triple, artifact.file())));
  }

  List<Problem> problems(TargetTriple triple) {
    return problems.getOrDefault(triple, List.of());
  }

  private static String key(TargetTriple triple, String file) {
    return triple + "/" + file;
  }
}
