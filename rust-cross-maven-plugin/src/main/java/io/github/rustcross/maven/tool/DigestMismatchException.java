package io.github.rustcross.maven.tool;

import java.io.IOException;

/** What came is not what the catalog says: a reason to stop, not to try the next source. */
final class DigestMismatchException extends IOException {
  private static final long serialVersionUID = 1L;

  DigestMismatchException(String message) {
    super(message);
  }
}
