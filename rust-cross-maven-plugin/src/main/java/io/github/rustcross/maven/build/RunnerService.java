package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.plan.PlanInputs;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.plan.RunnerPlanner;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.tool.InstalledRunners;
import io.github.rustcross.maven.tool.RunnerPreparation;
import io.github.rustcross.runner.RunnerFolders;
import io.github.rustcross.runner.RunnerRequest;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.runner.RunnerSelector;
import io.github.rustcross.toolchain.TargetSysroot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what runs which target's programs, and makes that ready. */
public final class RunnerService {
  private static final Logger LOG = LoggerFactory.getLogger(RunnerService.class);

  private final InstalledRunners installed;
  private final RunnerPreparation preparation;

  /** A service. */
  @Inject
  public RunnerService(InstalledRunners installed, RunnerPreparation preparation) {
    this.installed = installed;
    this.preparation = preparation;
  }

  /**
   * What runs the programs of the targets that are asked for.
   *
   * @throws ProblemException if something is named that there is not
   */
  public RunnerPlan plan(PlanInputs inputs) throws ProblemException {
    try (Phase phase = Phase.begin("runners")) {
      return RunnerPlanner.plan(inputs, installed);
    }
  }

  /**
   * What runs the programs of a target, without a crate.
   *
   * @param directory what the runner may have to know as the crate's folder
   */
  public RunnerSelection select(
      TargetView view, Target target, RunnerRequest request, Path directory) {
    return new RunnerSelector(
            view.catalog(), view.host(), view.search(), view.tools(), installed, view.cacheDir())
        .select(
            target,
            request,
            new RunnerFolders(directory, directory.resolve("target"))
                .with(view.sysroot(target).flatMap(TargetSysroot::root)));
  }

  /**
   * What runs programs now.
   *
   * @param plan the plan with the paths that hold
   * @param unusable what stands against runners that are here, but cannot be made ready
   */
  record Provided(RunnerPlan plan, Map<TargetTriple, Problem> unusable) {}

  /**
   * Fetches, writes and sets up what the runners need. A runner that cannot be set up does not
   * stand in the way of others.
   *
   * @throws ProblemException if something cannot be fetched or written
   */
  Provided provide(Facts facts, RunnerPlan planned) throws ProblemException, IOException {
    RunnerPlan ready =
        facts.tools().provide(planned.tools(), LOG::info) ? plan(facts.inputs()) : planned;
    Map<TargetTriple, Problem> unusable = new LinkedHashMap<>();
    for (Map.Entry<TargetTriple, RunnerSelection.Runnable> entry : ready.runners().entrySet()) {
      RunnerSelection.Runnable runner = entry.getValue();
      Provisioning.write(facts.request().cacheDir(), runner.scripts());
      try {
        preparation.prepare(runner, LOG::info);
      } catch (ProblemException e) {
        LOG.error("{}: {}", entry.getKey(), e.problems().get(0));
        unusable.put(entry.getKey(), e.problems().get(0));
      }
    }
    return new Provided(ready.without(unusable.keySet()), unusable);
  }
}
