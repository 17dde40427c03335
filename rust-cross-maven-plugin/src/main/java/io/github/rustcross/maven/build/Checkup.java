package io.github.rustcross.maven.build;

import io.github.rustcross.maven.plan.TargetHealth;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What there is on this machine for the chosen targets, and what is not.
 *
 * @param view the targets on this machine
 * @param ofCrate whether it is told for a crate; else for crates of any kind
 * @param named whether the user said which targets
 * @param channel {@code rust.channel}
 * @param machineProblems what stands against any build on this machine
 * @param crateProblems what stands against reading the crate
 * @param targets how the targets are
 */
public record Checkup(
    TargetView view,
    boolean ofCrate,
    boolean named,
    Optional<String> channel,
    List<Problem> machineProblems,
    List<Problem> crateProblems,
    List<TargetHealth> targets) {
  /** Copies the lists. */
  public Checkup {
    machineProblems = List.copyOf(machineProblems);
    crateProblems = List.copyOf(crateProblems);
    targets = List.copyOf(targets);
  }

  /** The targets that cannot be built here: of a crate, or any crate at all. */
  public List<TargetHealth> notReady() {
    return targets.stream()
        .filter(
            health ->
                health.status() == TargetHealth.Status.NOT_READY
                    || ofCrate && health.status() == TargetHealth.Status.PARTLY)
        .toList();
  }
}
