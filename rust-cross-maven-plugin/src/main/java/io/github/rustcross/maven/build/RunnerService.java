package io.github.rustcross.maven.build;

import io.github.rustcross.maven.plan.PlanInputs;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.plan.RunnerPlanner;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.tool.InstalledRunners;
import io.github.rustcross.maven.tool.RunnerPreparation;
import io.github.rustcross.runner.RunnerSelection;
import java.io.IOException;
import java.nio.file.Files;
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
      return RunnerPlanner.plan(inputs, installed, Files::exists);
    }
  }

  /**
   * Fetches, writes and sets up what the runners need.
   *
   * @return the plan with the paths that now hold
   * @throws ProblemException if something cannot be had
   */
  RunnerPlan provide(Facts facts, RunnerPlan planned) throws ProblemException, IOException {
    RunnerPlan ready =
        facts.tools().provide(planned.tools(), LOG::info) ? plan(facts.inputs()) : planned;
    for (RunnerSelection.Runnable runner : ready.runners().values()) {
      Provisioning.write(facts.request(), runner.scripts());
      preparation.prepare(runner, LOG::info);
    }
    return ready;
  }
}
