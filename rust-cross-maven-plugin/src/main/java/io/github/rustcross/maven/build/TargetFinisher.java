package io.github.rustcross.maven.build;

import io.github.rustcross.maven.cargo.CompiledFile;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.output.OutputFolder;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.plan.SkippedTarget;
import io.github.rustcross.maven.plan.TargetPlan;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.process.Interruption;
import io.github.rustcross.maven.report.TargetResult;
import io.github.rustcross.maven.report.TargetResult.Status;
import io.github.rustcross.maven.report.TargetResult.ToolchainUsed;
import io.github.rustcross.maven.verify.ArtifactVerifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a target's files from where cargo left them to their place, verified on the way. */
final class TargetFinisher {
  private static final Logger LOG = LoggerFactory.getLogger(TargetFinisher.class);

  private final OutputFolder output;
  private final CompiledFiles compiled;
  private final Function<TargetPlan, ArtifactVerifier> verifiers;

  TargetFinisher(
      OutputFolder output,
      CompiledFiles compiled,
      Function<TargetPlan, ArtifactVerifier> verifiers) {
    this.output = output;
    this.compiled = compiled;
    this.verifiers = verifiers;
  }

  static TargetResult skipped(SkippedTarget skipped) {
    LOG.warn("{} was left out: {}", skipped.target().triple(), skipped.problem());
    return TargetResult.skipped(skipped.target().triple(), skipped.problem());
  }

  /** All of them, several at once: reading and copying leaves a processor idle. */
  List<TargetResult> finish(List<TargetPlan> plans) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(plans.size(), Runtime.getRuntime().availableProcessors()));
    try {
      List<Future<TargetResult>> running =
          plans.stream().map(plan -> threads.submit(() -> finish(plan))).toList();
      List<TargetResult> results = new ArrayList<>();
      for (Future<TargetResult> result : running) {
        results.add(result.get());
      }
      results.stream()
          .flatMap(result -> result.warnings().stream())
          .forEach(problem -> LOG.warn("{}", problem));
      return results;
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private TargetResult finish(TargetPlan plan) throws IOException {
    List<Problem> problems = new ArrayList<>();
    plan.parts().forEach(part -> problems.addAll(compiled.problems(part.triple())));
    try (TargetStage stage = new TargetStage(plan, output, verifiers.apply(plan))) {
      if (problems.isEmpty()) {
        for (ExpectedArtifact artifact : plan.artifacts()) {
          stage.add(artifact, parts(plan, artifact));
        }
      }
      List<FinishedArtifact> finished = stage.publish();
      problems.addAll(stage.problems());
      return new TargetResult(
          plan.target().triple(),
          finished.size() < plan.artifacts().size() ? Status.FAILED : Status.BUILT,
          Optional.of(new ToolchainUsed(plan.toolchain(), plan.toolchainVersion())),
          plan.floor(),
          plan.verification().levels(),
          finished,
          stage.refused(),
          problems,
          stage.warnings());
    }
  }

  private List<CompiledFile> parts(TargetPlan plan, ExpectedArtifact artifact) {
    return plan.parts().stream()
        .flatMap(part -> compiled.file(part.triple(), artifact).stream())
        .toList();
  }
}
