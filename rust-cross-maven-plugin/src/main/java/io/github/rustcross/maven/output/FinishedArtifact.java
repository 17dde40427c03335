package io.github.rustcross.maven.output;

import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.verify.Verification;
import java.nio.file.Path;

/**
 * A binary at its final place.
 *
 * @param expected what it was to be
 * @param path where it lies
 * @param sha256 its digest, in lower-case hexadecimal digits
 * @param size its size in bytes
 * @param verification what was measured in it, and how it compares
 */
public record FinishedArtifact(
    ExpectedArtifact expected, Path path, String sha256, long size, Verification verification) {
  /** Its facts in the words of all formats. */
  public Inspection inspection() {
    return verification.inspection();
  }
}
