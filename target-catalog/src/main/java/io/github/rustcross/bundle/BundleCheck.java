package io.github.rustcross.bundle;

import io.github.rustcross.verify.Check;
import java.util.Objects;

/**
 * Something that was looked at, and where.
 *
 * @param path the entry as {@link BundleEntry#path}, or the archive
 * @param check what was found
 */
public record BundleCheck(String path, Check check) {
  /** Checks the parts. */
  public BundleCheck {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(check, "check");
  }
}
