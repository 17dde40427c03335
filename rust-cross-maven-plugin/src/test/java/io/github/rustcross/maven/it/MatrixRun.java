package io.github.rustcross.maven.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.catalog.Proof;
import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.runner.RunnerSelection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the builds of the matrix came to: their reports, and what running the programs shows. */
public final class MatrixRun {
  private static final String BUILT = "built";
  private static final String SKIPPED = "skipped";

  /** What a report says where a toolchain is not here at all, for none of its targets. */
  private static final List<String> NONE_HERE = List.of("RC-TARGETS-EMPTY");

  private final Path project;
  private final MatrixJvm jvms;
  private final Map<String, MatrixProof> proofs = new LinkedHashMap<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private MatrixRun(Path project) {
    this.project = project;
    this.jvms = new MatrixJvm(project);
  }

  /** Reads the reports, and runs what was built. */
  public static MatrixRun of(Path project) throws IOException, InterruptedException {
    MatrixRun run = new MatrixRun(project);
    for (String line : Files.readAllLines(project.resolve(MatrixProject.JOBS))) {
      Map.Entry<MatrixJob, List<String>> job = MatrixJob.parse(line);
      ReportJson report =
          ReportJson.read(project.resolve(job.getKey().module()).resolve("target/rust-cross"));
      for (String triple : job.getValue()) {
        run.look(job.getKey(), catalogTarget(triple), report);
      }
    }
    return run;
  }

  private static Target catalogTarget(String triple) {
    return TargetCatalog.bundled().require(new TargetTriple(triple));
  }

  private void look(MatrixJob job, Target target, ReportJson report)
      throws IOException, InterruptedException {
    String triple = target.triple().value();
    MatrixProof proof = proofs.computeIfAbsent(triple, key -> new MatrixProof());
    String status =
        report
            .statuses()
            .getOrDefault(
                triple, NONE_HERE.equals(ReportJson.codes(report.json())) ? SKIPPED : "none");
    if (!status.equals(BUILT)) {
      String reason = reason(report, triple);
      row(job, triple, status, reason);
      proof.failed(job, status + ": " + reason);
      // rustup's std works; whether nightly's source does is not for the catalog to say.
      if (!status.equals(SKIPPED) && !job.fromSource()) {
        wrong.add("%s with %s: %s".formatted(triple, job.module(), reason));
      }
      return;
    }
    JsonNode artifact = report.artifact(triple);
    try {
      ItSupport.checkFile(report, artifact);
      String ran =
          job.crate().equals(MatrixJob.LIBRARY)
              ? load(target, report.path(artifact), proof)
              : run(job, target, report.path(artifact), proof);
      row(job, triple, status, ran);
    } catch (AssertionError e) {
      wrong.add("%s with %s: %s".formatted(triple, job.module(), e.getMessage()));
      row(job, triple, "wrong", e.getMessage());
    }
  }

  private String run(MatrixJob job, Target target, Path program, MatrixProof proof)
      throws IOException, InterruptedException {
    proof.built(job, job.fromSource() ? StdSupport.SOURCE : target.std());
    if (job.crate().startsWith("bare")) {
      return "not run: it has nothing to print with";
    }
    RunnerSelection selection = BinaryRunner.select(target, program.getParent());
    if (selection instanceof RunnerSelection.Unrunnable unrunnable) {
      String reason =
          unrunnable.rejections().stream()
              .map(RunnerSelection.Rejection::toString)
              .collect(Collectors.joining("; "));
      proof.notRun(reason);
      return "not run: " + (reason.isEmpty() ? "the catalog has no runner" : reason);
    }
    RunnerSelection.Runnable runner = (RunnerSelection.Runnable) selection;
    Exec.Result result = BinaryRunner.run(runner, program, List.of());
    if (result.exitCode() != 0 || !result.stdout().contains(" says 42 on ")) {
      proof.notRun("it printed " + result);
      throw new AssertionError("under %s it printed %s".formatted(runner.label(), result));
    }
    proof.ran(runner.runner());
    return runner.label() + ": " + result.stdout().strip();
  }

  private String load(Target target, Path library, MatrixProof proof)
      throws IOException, InterruptedException {
    String printed = jvms.load(target, library);
    proof.loaded(printed.startsWith("the JVM says 42 on "));
    return printed;
  }

  private static String reason(ReportJson report, String triple) {
    JsonNode problems =
        report.statuses().containsKey(triple)
            ? report.target(triple).path("problems")
            : report.json().path("problems");
    return StreamSupport.stream(problems.spliterator(), false)
        .map(problem -> problem.path("code").asText() + ": " + problem.path("message").asText())
        .map(text -> text.replaceAll("\\s+", " "))
        .collect(Collectors.joining("; "));
  }

  private void row(MatrixJob job, String triple, String status, String more) {
    rows.add(List.of(triple, job.module(), status, more));
  }

  /**
   * Prints the table, fails if something is wrong or is not as well proven as before, and otherwise
   * writes what was proven into the sources.
   */
  public void check(PrintStream console) throws IOException {
    print(console);
    Map<String, Proof> proven = new LinkedHashMap<>();
    proofs.forEach(
        (triple, proof) ->
            proof.proof(catalogTarget(triple)).ifPresent(it -> proven.put(triple, it)));
    MatrixProofs.write(project, proven);
    List<String> less = MatrixProofs.lost(proofs, proven);
    wrong.forEach(line -> console.println("  wrong: " + line));
    less.forEach(line -> console.println("  less than before: " + line));
    if (!wrong.isEmpty() || !less.isEmpty()) {
      throw new AssertionError(
          "%d wrong, %d less than proofs.yaml says; the whole is in %s"
              .formatted(wrong.size(), less.size(), project.resolve(MatrixProofs.FILE)));
    }
    MatrixProofs.publish(proven);
    console.println(
        "  %d targets built, %d run, %d loaded in a JVM"
            .formatted(
                proven.size(),
                proven.values().stream().filter(proof -> !proof.ran().isEmpty()).count(),
                proven.values().stream().filter(Proof::loadedInJvm).count()));
  }

  private void print(PrintStream console) throws IOException {
    for (List<String> row : rows) {
      console.println(
          "  %-36s %-16s %-8s %s"
              .formatted(
                  row.get(0),
                  row.get(1),
                  row.get(2),
                  row.get(3).substring(0, Math.min(140, row.get(3).length()))));
    }
    for (String line : Files.readAllLines(project.resolve(MatrixProject.LEFT_OUT))) {
      console.println("  %-36s %s".formatted((Object[]) line.split("\t")));
    }
  }
}
