package io.github.rustcross.toolchain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Compares versions number by number; what is not a number ends a version. */
public final class VersionOrder {
  private VersionOrder() {}

  /** Whether a version is that version or a later one. */
  public static boolean isAtLeast(String version, String lowest) {
    return compare(version, lowest) >= 0;
  }

  /** Which of two versions is the later one, as {@link java.util.Comparator} says it. */
  static int compare(String one, String other) {
    Iterator<BigInteger> mine = numbers(one).iterator();
    Iterator<BigInteger> others = numbers(other).iterator();
    while (mine.hasNext() || others.hasNext()) {
      int order = next(mine).compareTo(next(others));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger next(Iterator<BigInteger> numbers) {
    return numbers.hasNext() ? numbers.next() : BigInteger.ZERO;
  }

  private static List<BigInteger> numbers(String version) {
    return Arrays.stream(version.split("[^0-9]+"))
        .takeWhile(part -> !part.isEmpty())
        .map(BigInteger::new)
        .toList();
  }
}
