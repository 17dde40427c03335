package io.github.rustcross.maven.output;

import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import java.nio.file.Path;

/**
 * A binary at its final place.
 *
 * @param expected what it was to be
 * @param path where it lies
 * @param sha256 its digest, in lower-case hexadecimal digits
 * @param size its size in bytes
 * @param inspection what was measured in it
 */
public record FinishedArtifact(
    ExpectedArtifact expected, Path path, String sha256, long size, Inspection inspection) {}
