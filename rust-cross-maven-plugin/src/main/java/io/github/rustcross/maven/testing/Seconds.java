package io.github.rustcross.maven.testing;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as people write them. */
final class Seconds {
  private Seconds() {}

  /** In seconds, with no more digits than it has. */
  static String of(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}
