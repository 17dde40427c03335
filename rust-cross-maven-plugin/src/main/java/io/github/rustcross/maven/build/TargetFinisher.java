package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.maven.build.PlanService.PlannedBuild;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.output.OutputFolder;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.plan.SkippedTarget;
import io.github.rustcross.maven.plan.TargetPlan;
import io.github.rustcross.maven.plan.VerifyMode;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.report.TargetResult;
import io.github.rustcross.maven.report.TargetResult.Status;
import io.github.rustcross.maven.report.TargetResult.ToolchainUsed;
import io.github.rustcross.maven.tool.Digest;
import io.github.rustcross.maven.verify.BinaryVerifier;
import io.github.rustcross.toolchain.ToolState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a target's files from where cargo left them to their place, inspected on the way. */
final class TargetFinisher {
  private static final Logger LOG = LoggerFactory.getLogger(TargetFinisher.class);

  private final PlannedBuild planned;
  private final OutputFolder output;
  private final CompiledFiles compiled;

  TargetFinisher(PlannedBuild planned, OutputFolder output, CompiledFiles compiled) {
    this.planned = planned;
    this.output = output;
    this.compiled = compiled;
  }

  static TargetResult skipped(SkippedTarget skipped) {
    LOG.warn("{} was left out: {}", skipped.target().triple(), skipped.problem());
    return new TargetResult(
        skipped.target().triple(),
        Status.SKIPPED,
        Optional.empty(),
        List.of(),
        List.of(skipped.problem()));
  }

  TargetResult finish(TargetPlan plan) throws IOException {
    TargetTriple triple = plan.target().triple();
    output.clear(triple);
    List<Problem> problems = new ArrayList<>();
    parts(plan.target()).forEach(part -> problems.addAll(compiled.problems(part)));
    List<FinishedArtifact> finished = new ArrayList<>();
    boolean failed = !problems.isEmpty();
    if (!failed) {
      for (ExpectedArtifact artifact : plan.artifacts()) {
        finish(plan.target(), artifact, problems).ifPresent(finished::add);
      }
      failed =
          finished.size() < plan.artifacts().size()
              || !problems.isEmpty() && planned.request().verify() == VerifyMode.STRICT;
    }
    problems.forEach(failed ? TargetFinisher::error : TargetFinisher::warning);
    return new TargetResult(
        triple,
        failed ? Status.FAILED : Status.BUILT,
        Optional.of(new ToolchainUsed(plan.toolchain(), version(plan.target()))),
        finished,
        problems);
  }

  private Optional<FinishedArtifact> finish(
      Target target, ExpectedArtifact artifact, List<Problem> problems) throws IOException {
    List<Path> files = new ArrayList<>();
    for (TargetTriple part : parts(target)) {
      compiled.file(part, artifact).ifPresent(files::add);
    }
    if (files.size() < parts(target).size()) {
      problems.add(
          Problem.of(
              ProblemCode.ARTIFACT_MISSING,
              "%s/%s was not built".formatted(target.triple(), artifact.file())));
      return Optional.empty();
    }
    try {
      // Inspected where cargo left it: what does not pass never lies among finished binaries.
      Inspection inspection = target.isUniversal() ? null : BinaryInspector.inspect(files.get(0));
      if (inspection != null && !accept(target, artifact, inspection, problems)) {
        return Optional.empty();
      }
      Path place =
          target.isUniversal()
              ? output.join(target.triple(), files)
              : output.place(target.triple(), files.get(0));
      if (inspection == null) {
        inspection = BinaryInspector.inspect(place);
        if (!accept(target, artifact, inspection, problems)) {
          Files.delete(place);
          return Optional.empty();
        }
      }
      LOG.debug("{}/{}: {}", target.triple(), artifact.file(), BinaryVerifier.summary(inspection));
      return Optional.of(
          new FinishedArtifact(
              artifact, place, Digest.sha256(place), Files.size(place), inspection));
    } catch (MalformedBinaryException e) {
      problems.add(
          Problem.of(
              ProblemCode.VERIFY_MALFORMED,
              "%s/%s: %s".formatted(target.triple(), artifact.file(), e.getMessage())));
      return Optional.empty();
    }
  }

  private boolean accept(
      Target target, ExpectedArtifact artifact, Inspection inspection, List<Problem> problems) {
    if (planned.request().verify() == VerifyMode.OFF) {
      return true;
    }
    List<Problem> found =
        BinaryVerifier.verify(
            artifact.file(),
            target,
            artifact.kind(),
            unit(target).flatMap(unit -> unit.selection().floor()),
            inspection);
    problems.addAll(found);
    return found.isEmpty() || planned.request().verify() == VerifyMode.WARN;
  }

  private static List<TargetTriple> parts(Target target) {
    return target.isUniversal() ? target.slices() : List.of(target.triple());
  }

  private Optional<BuildUnit> unit(Target target) {
    TargetTriple first = parts(target).get(0);
    return planned.plan().jobs().stream()
        .map(CargoJob::units)
        .flatMap(List::stream)
        .filter(unit -> unit.target().triple().equals(first))
        .findFirst();
  }

  /** The version of the tool that the toolchain comes with, or of rustc where it has none. */
  private Optional<String> version(Target target) {
    return unit(target)
        .flatMap(
            unit -> {
              String name = unit.selection().choice().toolchain();
              var toolchain = planned.inputs().catalog().requireToolchain(name);
              Optional<String> tool =
                  toolchain.downloads().stream()
                      .findFirst()
                      .map(planned.tools()::state)
                      .filter(ToolState.Usable.class::isInstance)
                      .map(state -> ((ToolState.Usable) state).version());
              boolean ofRustc =
                  toolchain.programs().values().stream()
                      .anyMatch(Program.OfRustc.class::isInstance);
              return ofRustc ? Optional.of(planned.plan().rust().rustcVersion()) : tool;
            });
  }

  private static void error(Problem problem) {
    LOG.error("{}", problem);
  }

  private static void warning(Problem problem) {
    LOG.warn("{}", problem);
  }
}
