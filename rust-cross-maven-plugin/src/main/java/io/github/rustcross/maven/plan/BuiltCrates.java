package io.github.rustcross.maven.plan;

import io.github.rustcross.maven.rust.CargoPackage;

/**
 * Whether a package is really built for a target. {@code cargo metadata} has the features of all
 * targets, of tests and of build scripts together; only {@code cargo tree} tells them apart, and it
 * is asked only before a build is stopped.
 */
@FunctionalInterface
public interface BuiltCrates {
  /** Whether it is; false where that cannot be told. */
  boolean isBuilt(TargetRequest target, CargoPackage crate);
}
