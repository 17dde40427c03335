package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.problem.Problem;

/**
 * A target that cannot be built here and was allowed to be left out.
 *
 * @param target the target
 * @param problem why, and what would help
 */
public record SkippedTarget(Target target, Problem problem) {}
