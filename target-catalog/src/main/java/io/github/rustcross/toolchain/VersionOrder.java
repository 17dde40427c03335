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
    Iterator<BigInteger> mine = numbers(version).iterator();
    for (BigInteger wanted : numbers(lowest)) {
      int order = (mine.hasNext() ? mine.next() : BigInteger.ZERO).compareTo(wanted);
      if (order != 0) {
        return order > 0;
      }
    }
    return true;
  }

  private static List<BigInteger> numbers(String version) {
    return Arrays.stream(version.split("[^0-9]+"))
        .takeWhile(part -> !part.isEmpty())
        .map(BigInteger::new)
        .toList();
  }
}
