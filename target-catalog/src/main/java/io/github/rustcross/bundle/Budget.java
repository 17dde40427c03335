package io.github.rustcross.bundle;

/** Counts what an inspection has done, against its limits. */
final class Budget {
  private final BundleLimits limits;
  private int entries;
  private long bytes;

  Budget(BundleLimits limits) {
    this.limits = limits;
  }

  BundleLimits limits() {
    return limits;
  }

  void entry() throws LimitException {
    if (entries++ == limits.entries()) {
      throw new LimitException(
          "has more than %d files: the rest was not looked at".formatted(limits.entries()), true);
    }
  }

  /**
   * Counts bytes that were inflated.
   *
   * @param count how many more
   * @param ofEntry how many of this entry by now
   */
  void inflated(int count, long ofEntry) throws LimitException {
    bytes += count;
    if (bytes > limits.inflatedBytes()) {
      throw new LimitException(
          "inflates to more than %d bytes, which looks like a zip bomb: the rest was not looked at"
              .formatted(limits.inflatedBytes()),
          true);
    }
    if (ofEntry > limits.entryBytes()) {
      throw new LimitException(
          "inflates to more than %d bytes, which looks like a zip bomb: it was not looked at"
              .formatted(limits.entryBytes()),
          false);
    }
  }
}
