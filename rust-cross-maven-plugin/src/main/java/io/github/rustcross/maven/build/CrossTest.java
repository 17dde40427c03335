package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.build.PlanService.CatalogLoad;
import io.github.rustcross.maven.cargo.CargoRunner;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.plan.RunnerPlan.LeftOut;
import io.github.rustcross.maven.plan.SkippedTarget;
import io.github.rustcross.maven.plan.TestOptions;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.report.PlanPrinter;
import io.github.rustcross.maven.report.SurefireXml;
import io.github.rustcross.maven.report.TestTable;
import io.github.rustcross.maven.testing.TestPrograms;
import io.github.rustcross.maven.testing.TestReport;
import io.github.rustcross.maven.testing.TestSuite;
import java.io.IOException;
import java.time.Duration;
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

  private final HostSystem host;
  private final Provisioning provisioning;
  private final RunnerService runners;
  private final CargoRunner cargo;
  private final TestPrograms programs;

  /** A test. */
  @Inject
  public CrossTest(
      HostSystem host,
      Provisioning provisioning,
      RunnerService runners,
      CargoRunner cargo,
      TestPrograms programs) {
    this.host = host;
    this.provisioning = provisioning;
    this.runners = runners;
    this.cargo = cargo;
    this.programs = programs;
  }

  /**
   * Tests, and writes the results.
   *
   * @param request a request for tests
   * @param results where the results go; those of earlier runs are taken away
   * @param progress how often to tell how far long work is
   * @return what came of it; the caller decides what failing tests mean
   * @throws ProblemException if nothing could be tested
   */
  public TestReport run(
      BuildRequest request, CatalogLoad catalog, SurefireXml results, Duration progress)
      throws ProblemException, IOException {
    requireScripts();
    Facts facts = provisioning.facts(request, catalog);
    RunnerPlan runnable = runners.plan(facts.inputs());
    tell(runnable.leftOut());
    results.clear();
    if (runnable.targets().isEmpty()) {
      return nothing(request, results);
    }
    WritableFolders.check(request);
    PlannedBuild planned =
        provisioning.provide(facts.plan(facts.inputs().with(runnable.targets())));
    for (SkippedTarget skipped : planned.plan().skipped()) {
      LOG.warn("Not tested: {}: {}", skipped.target().triple(), skipped.problem());
    }
    RunnerService.Provided provided = runners.provide(facts, runnable);
    RunnerPlan ready = provided.plan();
    if (!ready.targets().equals(runnable.targets())) {
      // What was fetched does not work here after all.
      tell(ready.leftOut().stream().filter(left -> !runnable.leftOut().contains(left)).toList());
      if (ready.targets().isEmpty() && !provided.unusable().isEmpty()) {
        throw new ProblemException(List.copyOf(provided.unusable().values()));
      }
      if (ready.targets().isEmpty()) {
        return nothing(request, results);
      }
      planned = facts.plan(facts.inputs().with(ready.targets()));
    }
    LOG.info("Testing {}", headline(planned.plan(), ready));
    planned.plan().warnings().forEach(LOG::warn);
    if (LOG.isDebugEnabled()) {
      PlanPrinter.lines(ready).forEach(LOG::debug);
    }
    RecordedTests compiled;
    try (Phase phase = Phase.begin("compiling tests")) {
      compiled = RecordedTests.compile(cargo, planned, progress);
    }
    if (!planned.plan().rust().testsForeignDocumentation() && hasForeign(planned)) {
      LOG.warn(
          "cargo {} leaves documentation tests out for other targets than the host; 1.89 has them",
          planned.plan().rust().cargoVersion());
    }
    TestRun run = new TestRun(planned, ready, compiled, results, progress);
    run.unusable(provided.unusable());
    try (Phase phase = Phase.begin("running tests")) {
      run.run(programs);
    }
    List<Target> targets =
        run.suites().stream()
            .map(TestSuite::target)
            .distinct()
            .map(facts.inputs().catalog()::require)
            .toList();
    TestTable.lines(run.suites(), targets).forEach(line -> LOG.info("  {}", line));
    LOG.info("  results: {}", results.folder());
    run.explain();
    return report(request, results, run.suites(), run.problems());
  }

  /**
   * What cargo would run is written down by a script, which Windows does not start as a program.
   */
  private void requireScripts() throws ProblemException {
    if (host.isWindows()) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.RUNNER_UNAVAILABLE,
              "the goal test does not work on Windows: it needs shell scripts that start as"
                  + " programs do",
              "Run it in the Windows Subsystem for Linux; for this machine's own tests run: cargo"
                  + " test"));
    }
  }

  private static TestReport nothing(BuildRequest request, SurefireXml results) {
    LOG.warn("No tests are run: no target that is asked for can be run here");
    return report(request, results, List.of(), List.of());
  }

  private static boolean hasForeign(PlannedBuild planned) {
    TargetTriple host = planned.plan().rust().host().triple();
    return planned.plan().targets().stream()
        .anyMatch(target -> !target.target().triple().equals(host));
  }

  private static TestReport report(
      BuildRequest request, SurefireXml results, List<TestSuite> suites, List<Problem> problems) {
    List<String> filters = request.tests().map(TestOptions::filters).orElse(List.of());
    return new TestReport(suites, problems, filters, results.folder());
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

  private static String headline(BuildPlan plan, RunnerPlan runners) {
    return plan.targets().stream()
        .map(target -> target.target().triple())
        .map(triple -> "%s (%s)".formatted(triple, runners.runners().get(triple).label()))
        .collect(Collectors.joining(", "));
  }
}
