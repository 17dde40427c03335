package io.github.rustcross.bundle;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.GlibcVersion;
import java.util.Objects;
import java.util.Optional;

/**
 * A target of which there has to be a binary.
 *
 * @param target the target
 * @param floor the glibc version that the binary has to run with; empty where that does not matter
 */
public record Expectation(Target target, Optional<GlibcVersion> floor) {
  /** Checks the parts. */
  public Expectation {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(floor, "floor");
  }
}
