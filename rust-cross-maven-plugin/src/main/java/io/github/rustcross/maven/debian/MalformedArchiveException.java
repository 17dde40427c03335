package io.github.rustcross.maven.debian;

import java.io.IOException;

/** An archive or a package is not what Debian's formats say, or means harm. */
public final class MalformedArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, with the place. */
  public MalformedArchiveException(String message) {
    super(message);
  }

  /** What is wrong, with the place, and what found it. */
  public MalformedArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
