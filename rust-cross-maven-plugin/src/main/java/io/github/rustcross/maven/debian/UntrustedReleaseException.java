package io.github.rustcross.maven.debian;

import java.io.IOException;

/** Nobody who is trusted says that this is what an archive has. */
public final class UntrustedReleaseException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public UntrustedReleaseException(String message) {
    super(message);
  }
}
