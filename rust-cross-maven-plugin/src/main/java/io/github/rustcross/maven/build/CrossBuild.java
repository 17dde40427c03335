package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.build.PlanService.CatalogLoad;
import io.github.rustcross.maven.cargo.CargoOutcome;
import io.github.rustcross.maven.cargo.CargoRunner;
import io.github.rustcross.maven.output.OutputFolder;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Storage;
import io.github.rustcross.maven.process.Background;
import io.github.rustcross.maven.report.BuildReport;
import io.github.rustcross.maven.report.NativeLines;
import io.github.rustcross.maven.report.ReportTable;
import io.github.rustcross.maven.report.ReportWriter;
import io.github.rustcross.maven.report.TargetResult;
import io.github.rustcross.maven.tool.Digest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks through a build from request to report. */
public final class CrossBuild {
  private static final Logger LOG = LoggerFactory.getLogger(CrossBuild.class);

  private final Provisioning provisioning;
  private final CargoRunner cargo;

  /** A build. */
  @Inject
  public CrossBuild(Provisioning provisioning, CargoRunner cargo) {
    this.provisioning = provisioning;
    this.cargo = cargo;
  }

  /** What the caller has to say of a plan before anything is fetched or built. */
  @FunctionalInterface
  public interface PlanCheck {
    /** Fails if the plan must not be carried out. */
    void check(BuildPlan plan) throws ProblemException;
  }

  /**
   * Builds, and writes the report.
   *
   * @param check what the caller has to say of the plan
   * @param progress how often to tell how far cargo is
   * @return what came of it; the caller decides what a failed target means
   * @throws ProblemException if nothing could be built
   */
  public BuildReport run(
      BuildRequest request, CatalogLoad catalog, PlanCheck check, Duration progress)
      throws ProblemException, IOException {
    Facts facts = provisioning.facts(request, catalog);
    PlannedBuild plan;
    try (Phase phase = Phase.begin("plan")) {
      plan = facts.plan(facts.inputs());
    }
    check.check(plan.plan());
    WritableFolders.check(request);
    PlannedBuild planned = provisioning.provide(plan);
    LOG.info("{}", headline(planned.plan()));
    NativeLines.of(planned.plan()).forEach(line -> LOG.info("  {}", line));
    planned.plan().warnings().forEach(LOG::warn);
    BuildReport report;
    try {
      report = build(planned, progress);
      try (Phase phase = Phase.begin("report")) {
        ReportWriter.write(report, request.outputDir());
      }
    } catch (IOException e) {
      if (Storage.isToBlame(e)) {
        throw WritableFolders.unusable(request, e);
      }
      throw e;
    }
    ReportTable.lines(report).forEach(line -> LOG.info("  {}", line));
    LOG.info("  files, report.json and report.html: {}", request.outputDir());
    return report;
  }

  private static String headline(BuildPlan plan) {
    return "Building "
        + plan.targets().stream()
            .map(target -> target.target().triple() + " (" + target.toolchain() + ")")
            .collect(Collectors.joining(", "));
  }

  private BuildReport build(PlannedBuild planned, Duration progress) throws IOException {
    BuildPlan plan = planned.plan();
    Background.run("report", ReportWriter::prepare);
    Background.run("digests", Digest::prepare);
    CompiledFiles compiled = new CompiledFiles(new Explanations(planned));
    for (CargoJob job : plan.jobs()) {
      CargoOutcome outcome;
      try (Phase phase = Phase.begin("cargo")) {
        outcome = cargo.run(planned.commands(), job, false, progress);
      }
      List<BuildUnit> missing = compiled.add(job, outcome);
      if (planned.request().failFast() && !missing.isEmpty()) {
        compiled.fail(missing, outcome);
        compiled.leaveOut(plan.jobs().subList(plan.jobs().indexOf(job) + 1, plan.jobs().size()));
        break;
      }
      for (BuildUnit unit : missing) {
        attribute(planned, job, unit, outcome, compiled, progress);
      }
    }
    OutputFolder output = new OutputFolder(planned.request().outputDir());
    // What an earlier build left for a target that is not built now would look like this build's.
    for (String triple : planned.inputs().catalog().targets().keySet()) {
      output.clear(new TargetTriple(triple));
    }
    List<TargetResult> results = new ArrayList<>();
    try (Phase phase = Phase.begin("inspection")) {
      Verifiers verifiers = new Verifiers(planned, compiled);
      TargetFinisher finisher = new TargetFinisher(output, compiled, verifiers::of);
      results.addAll(finisher.finish(plan.targets()));
    }
    plan.skipped().forEach(skipped -> results.add(TargetFinisher.skipped(skipped)));
    Leftovers.Found leftovers =
        Leftovers.in(
            planned.request().classes(), planned.inputs().catalog(), plan.targets(), results);
    leftovers.warnings().forEach(problem -> LOG.warn("{}", problem));
    return new BuildReport(
        crates(planned),
        planned.request().epoch().map(Instant::ofEpochSecond),
        Optional.of(plan.catalogVersion()),
        Optional.of(plan.rust().rustcVersion()),
        Optional.of(plan.rust().cargoVersion()),
        planned.inputs().catalog().rules(),
        results,
        leftovers.problems(),
        leftovers.warnings());
  }

  private static List<String> crates(PlannedBuild planned) {
    return planned.plan().targets().stream()
        .flatMap(target -> target.artifacts().stream())
        .map(artifact -> planned.inputs().graph().packages().get(artifact.packageId()))
        .map(crate -> crate.name() + " " + crate.version())
        .distinct()
        .toList();
  }

  /** cargo's messages do not say which target failed: each is run alone to find out. */
  private void attribute(
      PlannedBuild planned,
      CargoJob job,
      BuildUnit unit,
      CargoOutcome together,
      CompiledFiles compiled,
      Duration progress)
      throws IOException {
    CargoOutcome outcome = together;
    if (job.units().size() > 1 && together.exitCode() != 0) {
      TargetTriple triple = unit.target().triple();
      LOG.info("Running {} again alone, to tell its errors from those of others", triple);
      CargoJob alone = job.only(unit);
      // What it says was said already, in the run of all.
      outcome = cargo.run(planned.commands(), alone, true, progress);
      if (compiled.add(alone, outcome).isEmpty()) {
        return;
      }
    }
    compiled.fail(List.of(unit), outcome);
  }
}
