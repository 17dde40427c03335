package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.build.PlanService.CatalogLoad;
import io.github.rustcross.maven.cargo.CargoOutcome;
import io.github.rustcross.maven.cargo.CargoRunner;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.plan.RunnerPlan.LeftOut;
import io.github.rustcross.maven.plan.TestOptions;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.report.SurefireXml;
import io.github.rustcross.maven.report.TestTable;
import io.github.rustcross.maven.testing.CargoRun;
import io.github.rustcross.maven.testing.TestCase;
import io.github.rustcross.maven.testing.TestPrograms;
import io.github.rustcross.maven.testing.TestReport;
import io.github.rustcross.maven.testing.TestSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks through testing from request to report. */
public final class CrossTest {
  private static final Logger LOG = LoggerFactory.getLogger(CrossTest.class);

  private final PlanService plans;
  private final Provisioning provisioning;
  private final RunnerService runners;
  private final CargoRunner cargo;
  private final TestPrograms programs;

  /** A test. */
  @Inject
  public CrossTest(
      PlanService plans,
      Provisioning provisioning,
      RunnerService runners,
      CargoRunner cargo,
      TestPrograms programs) {
    this.plans = plans;
    this.provisioning = provisioning;
    this.runners = runners;
    this.cargo = cargo;
    this.programs = programs;
  }

  /**
   * Tests, and writes the results.
   *
   * @param request a request for tests
   * @param folder where the results go
   * @param progress how often to tell how far long work is
   * @return what came of it; the caller decides what failing tests mean
   * @throws ProblemException if nothing could be tested
   */
  public TestReport run(BuildRequest request, CatalogLoad catalog, Path folder, Duration progress)
      throws ProblemException, IOException {
    TestOptions options = request.tests().orElseThrow();
    Facts facts = provisioning.facts(request, catalog);
    RunnerPlan runnable = runners.plan(facts.inputs());
    tell(runnable.leftOut());
    SurefireXml results = new SurefireXml(folder);
    results.clear();
    if (runnable.targets().isEmpty()) {
      LOG.warn("No tests are run: no target that is asked for can be run here");
      return new TestReport(List.of(), List.of(), options.filters(), folder);
    }
    WritableFolders.check(request);
    PlannedBuild planned =
        provisioning.provide(facts.plan(facts.inputs().with(runnable.targets())));
    RunnerPlan ready = runners.provide(facts, runnable);
    LOG.info("Testing {}", headline(ready));
    RecordedTests compiled;
    try (Phase phase = Phase.begin("compiling tests")) {
      compiled = RecordedTests.compile(cargo, planned, progress);
    }
    List<TestSuite> suites = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    compiled
        .failures()
        .forEach(
            (unit, outcome) -> {
              Problem problem = CompiledFiles.cargoFailed(unit.target().triple(), outcome);
              problems.add(problem);
              suites.add(uncompiled(unit, outcome, problem));
            });
    try (Phase phase = Phase.begin("running tests")) {
      suites.addAll(suites(planned, ready, compiled, options, progress));
    }
    for (TestSuite suite : suites) {
      results.write(suite);
    }
    TestReport report = new TestReport(suites, problems, options.filters(), folder);
    List<Target> targets = planned.plan().targets().stream().map(plan -> plan.target()).toList();
    TestTable.lines(report.suites(), targets).forEach(line -> LOG.info("  {}", line));
    LOG.info("  results: {}", folder);
    return report;
  }

  /** Once, and for all targets that lack the same in one line. */
  private static void tell(List<LeftOut> leftOut) {
    Map<String, List<LeftOut>> alike =
        leftOut.stream()
            .collect(
                Collectors.groupingBy(
                    left -> left.reason() + left.remedy().map(c -> "\n    Try: " + c).orElse(""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    alike.forEach(
        (reason, targets) ->
            LOG.warn(
                "Not tested: {}: {}",
                targets.stream()
                    .map(left -> left.target().triple().value())
                    .collect(Collectors.joining(", ")),
                reason));
  }

  private static String headline(RunnerPlan plan) {
    return plan.runners().entrySet().stream()
        .map(entry -> "%s (%s)".formatted(entry.getKey(), entry.getValue().label()))
        .collect(Collectors.joining(", "));
  }

  private List<TestSuite> suites(
      PlannedBuild planned,
      RunnerPlan ready,
      RecordedTests compiled,
      TestOptions options,
      Duration progress)
      throws IOException {
    Map<TargetTriple, BuildUnit> units =
        planned.plan().jobs().stream()
            .flatMap(job -> job.units().stream())
            .collect(Collectors.toMap(unit -> unit.target().triple(), unit -> unit));
    List<TestSuite> suites = new ArrayList<>();
    // cargo goes from program to program, not from target to target.
    for (TargetTriple triple : ready.runners().keySet()) {
      for (CargoRun run : compiled.runs()) {
        if (run.target().equals(triple)) {
          TestPrograms.Setting setting =
              new TestPrograms.Setting(
                  units.get(triple).target(),
                  ready.runners().get(triple),
                  units.get(triple).environment().rustflags().stream()
                      .map(flag -> flag.value())
                      .toList(),
                  options.limit(),
                  progress);
          suites.add(programs.run(run, compiled.produced(), setting));
        }
      }
      if (planned.request().failFast()
          && suites.stream().flatMap(suite -> suite.cases().stream()).anyMatch(TestCase::isBad)) {
        LOG.warn("rust.failFast: the targets after {} are not tested", triple);
        break;
      }
    }
    return suites;
  }

  /** So that servers which read results only see that something is missing. */
  private static TestSuite uncompiled(BuildUnit unit, CargoOutcome outcome, Problem problem) {
    return new TestSuite(
        unit.target().triple(),
        "cargo",
        "build",
        "cargo",
        Instant.now(),
        Duration.ZERO,
        List.of(new TestCase("compiles", new TestCase.Broken(problem.message(), outcome.errors()))),
        "",
        List.of());
  }
}
