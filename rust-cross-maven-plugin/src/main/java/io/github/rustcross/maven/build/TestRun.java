package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.cargo.CargoOutcome;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.plan.TestOptions;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.report.SurefireXml;
import io.github.rustcross.maven.testing.CargoRun;
import io.github.rustcross.maven.testing.TestCase;
import io.github.rustcross.maven.testing.TestPrograms;
import io.github.rustcross.maven.testing.TestSuite;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.Setting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tests that were compiled, target by target; each result is written at once. */
final class TestRun {
  private static final Logger LOG = LoggerFactory.getLogger(TestRun.class);

  /** The machine itself, for what the compiler runs. */
  private static final RunnerSelection.Runnable HOST =
      RunnerSelection.Runnable.of("host", List.of(), "proc-macros run where the compiler runs");

  private final PlannedBuild planned;
  private final RunnerPlan runners;
  private final RecordedTests compiled;
  private final SurefireXml results;
  private final Duration progress;
  private final Map<TargetTriple, BuildUnit> units;
  private final List<TestSuite> suites = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Explanations explanations;

  TestRun(
      PlannedBuild planned,
      RunnerPlan runners,
      RecordedTests compiled,
      SurefireXml results,
      Duration progress) {
    this.planned = planned;
    this.runners = runners;
    this.compiled = compiled;
    this.results = results;
    this.progress = progress;
    this.explanations = new Explanations(planned);
    this.units =
        planned.plan().jobs().stream()
            .flatMap(job -> job.units().stream())
            .collect(Collectors.toMap(unit -> unit.target().triple(), unit -> unit));
  }

  /** What came of it so far. */
  List<TestSuite> suites() {
    return suites;
  }

  /** Explains why programs do not run, once for each target and reason. */
  void explain() {
    for (TestSuite suite : suites) {
      Optional.ofNullable(units.get(suite.target()))
          .ifPresent(unit -> explanations.explainRun(suite, unit));
    }
  }

  /** What does not compile. */
  List<Problem> problems() {
    return problems;
  }

  void run(TestPrograms programs) throws IOException {
    for (Map.Entry<BuildUnit, CargoOutcome> failure : compiled.failures().entrySet()) {
      uncompiled(failure.getKey(), failure.getValue());
    }
    // cargo goes from program to program, not from target to target.
    Set<TargetTriple> triples = new LinkedHashSet<>();
    planned.plan().targets().forEach(target -> triples.add(target.target().triple()));
    // Tests of proc-macros are the host's, though nobody asked for it.
    compiled.runs().forEach(run -> triples.add(run.target()));
    for (TargetTriple triple : triples) {
      for (CargoRun run : compiled.runs()) {
        if (run.target().equals(triple)) {
          add(programs.run(run, compiled.produced(), setting(triple)));
        }
      }
      if (planned.request().failFast() && hasFailures()) {
        LOG.warn("rust.failFast: what comes after {} is not tested", triple);
        return;
      }
    }
  }

  private boolean hasFailures() {
    return suites.stream().flatMap(suite -> suite.cases().stream()).anyMatch(TestCase::isBad);
  }

  private TestPrograms.Setting setting(TargetTriple triple) {
    List<String> rustflags =
        Optional.ofNullable(units.get(triple)).stream()
            .flatMap(unit -> unit.environment().rustflags().stream())
            .map(Setting::value)
            .toList();
    return new TestPrograms.Setting(
        planned.inputs().catalog().require(triple),
        runners.runners().getOrDefault(triple, HOST),
        rustflags,
        planned.request().tests().flatMap(TestOptions::limit),
        progress);
  }

  /** Takes note of targets whose runners cannot be made ready. */
  void unusable(Map<TargetTriple, Problem> targets) throws IOException {
    for (Map.Entry<TargetTriple, Problem> target : targets.entrySet()) {
      untested(target.getKey(), "runner", "is ready", target.getValue(), "");
    }
  }

  private void uncompiled(BuildUnit unit, CargoOutcome outcome) throws IOException {
    TargetTriple triple = unit.target().triple();
    Problem problem =
        explanations.explained(CompiledFiles.cargoFailed(triple, outcome), unit, outcome);
    untested(triple, "build", "compiles", problem, outcome.errors());
  }

  /** A result too, so that those who read only results see that something is missing. */
  private void untested(
      TargetTriple triple, String part, String test, Problem problem, String output)
      throws IOException {
    problems.add(problem);
    add(
        new TestSuite(
            triple,
            TestSuite.NO_CRATE,
            part,
            part,
            Instant.now(),
            Duration.ZERO,
            List.of(new TestCase(test, new TestCase.Broken(problem.message(), output))),
            "",
            List.of()));
  }

  private void add(TestSuite suite) throws IOException {
    suites.add(suite);
    results.write(suite);
  }
}
