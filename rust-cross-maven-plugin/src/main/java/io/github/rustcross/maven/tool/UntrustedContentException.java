package io.github.rustcross.maven.tool;

import java.io.IOException;

/** What came is not what the catalog says: a reason to stop, not to try the next source. */
final class UntrustedContentException extends IOException {
  private static final long serialVersionUID = 1L;

  UntrustedContentException(String message) {
    super(message);
  }
}
