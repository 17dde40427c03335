package io.github.rustcross.bundle;

import java.io.IOException;

/** One of the limits is met. */
final class LimitException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean total;

  /**
   * Says which.
   *
   * @param total whether nothing at all may be read any more, and not only this entry
   */
  LimitException(String message, boolean total) {
    super(message);
    this.total = total;
  }

  boolean isTotal() {
    return total;
  }
}
