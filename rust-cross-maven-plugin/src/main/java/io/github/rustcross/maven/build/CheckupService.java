package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.build.PlanService.CatalogLoad;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.CrateNeeds;
import io.github.rustcross.maven.plan.HealthCheck;
import io.github.rustcross.maven.plan.PlanInputs;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.tool.LauncherImages;
import io.github.rustcross.runner.RunnerRequest;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.Launch;
import io.github.rustcross.toolchain.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.inject.Inject;

/** Finds out what there is for the chosen targets, with a crate or without one. */
public final class CheckupService {
  /** What is built where there is a crate. */
  private static final String CRATE = "this crate";

  private final PlanService plans;
  private final TargetService targets;
  private final RunnerService runners;
  private final LauncherImages images;

  /** A service. */
  @Inject
  public CheckupService(
      PlanService plans, TargetService targets, RunnerService runners, LauncherImages images) {
    this.plans = plans;
    this.targets = targets;
    this.runners = runners;
    this.images = images;
  }

  /**
   * Finds it out. A crate that cannot be read is no reason to fail: it is told what there is for
   * crates of any kind.
   *
   * @param request what would be built
   * @param question the same without a crate
   * @throws ProblemException with everything that is wrong with catalog, configuration and words
   */
  public Checkup check(BuildRequest request, TargetQuestion question, CatalogLoad load)
      throws ProblemException {
    boolean named = !question.choice().targets().isEmpty();
    Problems ofCrate = new Problems();
    Optional<PlanInputs> inputs =
        Files.exists(request.manifest())
            ? ofCrate.of(() -> plans.facts(request, load).inputs())
            : Optional.empty();
    if (inputs.isPresent()) {
      return ofCrate(request, question, inputs.get());
    }
    TargetView view = targets.facts(question, load, "check").view();
    HealthCheck check =
        new HealthCheck(
            view,
            question.mayInstall(),
            request.buildStd(),
            HealthCheck::withoutCrate,
            image -> isHere(image, request),
            target -> runners.select(view, target, new RunnerRequest.Auto(), question.directory()));
    // Without Rust no crate can be read; that there is none is told already.
    List<Problem> problems =
        ofCrate.all().stream().filter(problem -> !view.withoutRust().contains(problem)).toList();
    return new Checkup(
        view,
        false,
        named || Files.exists(request.manifest()),
        question.channel(),
        WritableFolders.cache(request.cacheDir()),
        problems,
        check.check());
  }

  private boolean isHere(Launch.Image image, BuildRequest request) {
    try {
      return images.isHere(image, plans.commands(request));
    } catch (IOException | ProblemException e) {
      // The build will say what is wrong with it.
      return false;
    }
  }

  private Checkup ofCrate(BuildRequest request, TargetQuestion question, PlanInputs inputs)
      throws ProblemException {
    CrateNeeds ofCrate = new CrateNeeds(inputs);
    TargetView view =
        new TargetView(
            inputs.catalog(),
            question.choice(),
            inputs.rust().host(),
            inputs.search(),
            inputs.tools(),
            inputs.probe(),
            request.cacheDir(),
            Optional.of(inputs.rust()),
            List.of(),
            ofCrate.sysroots(),
            inputs.targets());
    Map<TargetTriple, Map<String, List<Needs>>> needs = new LinkedHashMap<>();
    for (TargetRequest target : inputs.targets()) {
      needs.put(target.target().triple(), Map.of(CRATE, ofCrate.of(target)));
    }
    Function<Target, RunnerSelection> runner = runners(inputs, view, question);
    HealthCheck check =
        new HealthCheck(
            view,
            request.mayInstall(),
            request.buildStd(),
            target -> needs.get(target.target().triple()),
            image -> isHere(image, request),
            runner);
    return new Checkup(
        view,
        true,
        true,
        question.channel(),
        WritableFolders.cache(request.cacheDir()),
        List.of(),
        check.check());
  }

  /** The user's own runners count, as for tests; where one of them is not there, the catalog's. */
  private Function<Target, RunnerSelection> runners(
      PlanInputs inputs, TargetView view, TargetQuestion question) {
    Optional<RunnerPlan> planned = new Problems().of(() -> runners.plan(inputs));
    return target ->
        planned
            .flatMap(plan -> Optional.ofNullable(plan.runners().get(target.triple())))
            .map(RunnerSelection.class::cast)
            .orElseGet(
                () -> runners.select(view, target, new RunnerRequest.Auto(), question.directory()));
  }
}
