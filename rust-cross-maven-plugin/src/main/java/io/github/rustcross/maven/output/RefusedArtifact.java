package io.github.rustcross.maven.output;

import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.verify.Verification;

/**
 * A binary that was built and is not what its target needs.
 *
 * @param expected what it was to be
 * @param size its size in bytes
 * @param verification what was measured in it, and how it compares
 */
public record RefusedArtifact(ExpectedArtifact expected, long size, Verification verification) {}
