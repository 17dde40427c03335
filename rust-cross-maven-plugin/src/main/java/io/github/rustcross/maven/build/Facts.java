package io.github.rustcross.maven.build;

import io.github.rustcross.maven.plan.BuildPlanner;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.PlanInputs;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.tool.ToolStore;

/**
 * All that was found out before a plan is made.
 *
 * @param request what was asked for
 * @param commands how cargo and its kin are called
 * @param tools the tools, which may be fetched
 * @param sysroots the sysroots, which may be fetched
 * @param inputs the facts
 */
record Facts(
    BuildRequest request,
    RustCommands commands,
    ToolStore tools,
    Sysroots sysroots,
    PlanInputs inputs) {
  /**
   * The plan for these facts, or for some of their targets alone.
   *
   * @throws ProblemException with everything that stands against it
   */
  PlannedBuild plan(PlanInputs some) throws ProblemException {
    return new PlannedBuild(request, commands, tools, sysroots, some, BuildPlanner.plan(some));
  }
}
