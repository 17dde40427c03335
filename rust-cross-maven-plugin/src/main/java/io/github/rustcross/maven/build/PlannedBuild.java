package io.github.rustcross.maven.build;

import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.BuildPlanner;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.PlanInputs;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.tool.ToolStore;

/**
 * A plan with what is needed to carry it out, or to make it again.
 *
 * @param request what was asked for
 * @param commands how cargo and its kin are called
 * @param tools the tools, which may be fetched
 * @param sysroots the sysroots, which may be fetched
 * @param inputs the facts
 * @param plan the plan
 */
public record PlannedBuild(
    BuildRequest request,
    RustCommands commands,
    ToolStore tools,
    Sysroots sysroots,
    PlanInputs inputs,
    BuildPlan plan) {
  /** The plan after tools were fetched, which may have changed their paths. */
  public PlannedBuild again() throws ProblemException {
    return new PlannedBuild(request, commands, tools, sysroots, inputs, BuildPlanner.plan(inputs));
  }
}
