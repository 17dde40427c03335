package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.maven.cargo.CompiledFile;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.output.OutputFolder;
import io.github.rustcross.maven.output.OutputFolder.StagedFile;
import io.github.rustcross.maven.output.RefusedArtifact;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.plan.TargetPlan;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.tool.Digest;
import io.github.rustcross.maven.verify.ArtifactVerifier;
import io.github.rustcross.maven.verify.FindingProblems;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Finding;
import io.github.rustcross.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of one target on their way: all are verified before the first is put at its place, and
 * what does not pass never lies there.
 */
final class TargetStage implements AutoCloseable {
  private final TargetPlan plan;
  private final OutputFolder output;
  private final ArtifactVerifier verifier;
  private final List<Staged> staged = new ArrayList<>();
  private final List<RefusedArtifact> refused = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  private record Staged(ExpectedArtifact expected, StagedFile file, Verification verification) {}

  TargetStage(TargetPlan plan, OutputFolder output, ArtifactVerifier verifier) {
    this.plan = plan;
    this.output = output;
    this.verifier = verifier;
  }

  /** Takes what cargo built for an artifact: one file, or one for each architecture. */
  void add(ExpectedArtifact artifact, List<CompiledFile> parts) throws IOException {
    if (parts.size() < plan.parts().size()) {
      problem(ProblemCode.ARTIFACT_MISSING, artifact, " was not built");
      return;
    }
    List<Path> files = parts.stream().map(CompiledFile::path).toList();
    StagedFile file = output.stage(plan.target().triple(), files);
    boolean kept = false;
    try {
      staged.add(new Staged(artifact, file, verifier.verify(file.path(), artifact)));
      kept = true;
    } catch (MalformedBinaryException e) {
      problem(ProblemCode.VERIFY_MALFORMED, artifact, ": " + e.getMessage());
    } finally {
      if (!kept) {
        file.close();
      }
    }
  }

  /** Puts at their place what passes. */
  List<FinishedArtifact> publish() throws IOException {
    Map<ExpectedArtifact, BinaryDetails> built = new LinkedHashMap<>();
    staged.forEach(next -> built.put(next.expected(), next.verification().details()));
    Map<ExpectedArtifact, List<Check>> more = verifier.verify(built);
    List<FinishedArtifact> finished = new ArrayList<>();
    for (Staged next : staged) {
      Verification verification =
          next.verification().and(more.getOrDefault(next.expected(), List.of()));
      List<Finding> findings = verifier.findings(next.expected().file(), verification.checks());
      warnings.addAll(FindingProblems.of(findings, RuleLevel.WARN));
      List<Problem> found = FindingProblems.of(findings, RuleLevel.STRICT);
      problems.addAll(found);
      long size = Files.size(next.file().path());
      if (found.isEmpty()) {
        String digest = Digest.sha256(next.file().path());
        finished.add(
            new FinishedArtifact(
                next.expected(), next.file().publish(), digest, size, verification));
      } else {
        refused.add(new RefusedArtifact(next.expected(), size, verification));
      }
    }
    return finished;
  }

  private void problem(ProblemCode code, ExpectedArtifact artifact, String what) {
    problems.add(
        Problem.of(code, "%s/%s%s".formatted(plan.target().triple(), artifact.file(), what)));
  }

  List<RefusedArtifact> refused() {
    return refused;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Problem> warnings() {
    return warnings;
  }

  @Override
  public void close() throws IOException {
    for (Staged next : staged) {
      next.file().close();
    }
  }
}
