package io.github.rustcross.maven.build;

import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.tool.ToolStore;

/**
 * All that was found out about the chosen targets, without a crate.
 *
 * @param question what was asked
 * @param commands how cargo and its kin are called
 * @param network how everything that is fetched is reached
 * @param tools the tools, which may be fetched
 * @param sysroots the sysroots, which may be fetched
 * @param view what is known
 */
public record TargetFacts(
    TargetQuestion question,
    RustCommands commands,
    Network network,
    ToolStore tools,
    Sysroots sysroots,
    TargetView view) {
  /**
   * The same after tools and sysroots were fetched.
   *
   * @throws ProblemException if a sysroot cannot serve
   */
  TargetFacts again() throws ProblemException {
    return new TargetFacts(
        question, commands, network, tools, sysroots, view.with(sysroots.of(view.targets())));
  }
}
