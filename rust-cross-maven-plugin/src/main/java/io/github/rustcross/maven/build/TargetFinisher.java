package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.output.OutputFolder;
import io.github.rustcross.maven.output.OutputFolder.StagedFile;
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
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a target's files from where cargo left them to their place, inspected on the way. */
final class TargetFinisher {
  private static final Logger LOG = LoggerFactory.getLogger(TargetFinisher.class);

  private final OutputFolder output;
  private final CompiledFiles compiled;
  private final VerifyMode verify;

  TargetFinisher(OutputFolder output, CompiledFiles compiled, VerifyMode verify) {
    this.output = output;
    this.compiled = compiled;
    this.verify = verify;
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
          .filter(result -> result.status() == Status.BUILT)
          .flatMap(result -> result.problems().stream())
          .forEach(problem -> LOG.warn("{}", problem));
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
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
    TargetTriple triple = plan.target().triple();
    List<Problem> problems = new ArrayList<>();
    plan.parts().forEach(part -> problems.addAll(compiled.problems(part.triple())));
    List<FinishedArtifact> finished = new ArrayList<>();
    if (problems.isEmpty()) {
      for (ExpectedArtifact artifact : plan.artifacts()) {
        finish(plan, artifact, problems).ifPresent(finished::add);
      }
    }
    boolean failed = finished.size() < plan.artifacts().size();
    return new TargetResult(
        triple,
        failed ? Status.FAILED : Status.BUILT,
        Optional.of(new ToolchainUsed(plan.toolchain(), plan.toolchainVersion())),
        finished,
        problems);
  }

  private Optional<FinishedArtifact> finish(
      TargetPlan plan, ExpectedArtifact artifact, List<Problem> problems) throws IOException {
    List<Path> parts = new ArrayList<>();
    for (Target part : plan.parts()) {
      compiled.file(part.triple(), artifact).ifPresent(parts::add);
    }
    if (parts.size() < plan.parts().size()) {
      problems.add(
          Problem.of(
              ProblemCode.ARTIFACT_MISSING,
              "%s/%s was not built".formatted(plan.target().triple(), artifact.file())));
      return Optional.empty();
    }
    // What does not pass never lies among finished binaries.
    try (StagedFile staged = output.stage(plan.target().triple(), parts)) {
      Inspection inspection = BinaryInspector.inspect(staged.path());
      if (!accept(plan, artifact, inspection, problems)) {
        return Optional.empty();
      }
      String digest = Digest.sha256(staged.path());
      long size = Files.size(staged.path());
      return Optional.of(
          new FinishedArtifact(artifact, staged.publish(), digest, size, inspection));
    } catch (MalformedBinaryException e) {
      problems.add(
          Problem.of(
              ProblemCode.VERIFY_MALFORMED,
              "%s/%s: %s".formatted(plan.target().triple(), artifact.file(), e.getMessage())));
      return Optional.empty();
    }
  }

  private boolean accept(
      TargetPlan plan, ExpectedArtifact artifact, Inspection inspection, List<Problem> problems) {
    if (verify == VerifyMode.OFF) {
      return true;
    }
    List<Problem> found =
        BinaryVerifier.verify(
            artifact.file(),
            plan.target(),
            plan.parts(),
            artifact.kind(),
            plan.floor(),
            inspection);
    problems.addAll(found);
    return found.isEmpty() || verify == VerifyMode.WARN;
  }
}
