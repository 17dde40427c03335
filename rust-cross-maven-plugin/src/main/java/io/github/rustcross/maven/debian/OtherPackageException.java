package io.github.rustcross.maven.debian;

import java.io.IOException;

/** A package is another than the one that is expected. */
public final class OtherPackageException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What it is, and what was expected. */
  public OtherPackageException(String message) {
    super(message);
  }
}
