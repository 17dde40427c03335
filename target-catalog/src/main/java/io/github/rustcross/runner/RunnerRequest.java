package io.github.rustcross.runner;

import java.util.Optional;

/** What the user says of the runner. */
public sealed interface RunnerRequest {
  /** The catalog decides. */
  record Auto() implements RunnerRequest {}

  /** None: the target's programs are not to be run. */
  record None() implements RunnerRequest {}

  /**
   * This one and no other.
   *
   * @param name a runner of the catalog
   * @param argument what the user wrote behind the name: an image, a machine
   */
  record Named(String name, Optional<String> argument) implements RunnerRequest {}
}
