package io.github.rustcross.maven.testing;

/**
 * The numbers of a {@code test result:} line, or of several.
 *
 * @param passed tests that passed, benchmarks that were measured included
 * @param failed tests that failed
 * @param ignored tests that were left out by the source; tests that a filter left out are in none
 */
public record Totals(long passed, long failed, long ignored) {
  static final Totals NONE = new Totals(0, 0, 0);

  /** How many tests they are. */
  public long sum() {
    return passed + failed + ignored;
  }

  Totals plus(Totals other) {
    return new Totals(passed + other.passed, failed + other.failed, ignored + other.ignored);
  }
}
