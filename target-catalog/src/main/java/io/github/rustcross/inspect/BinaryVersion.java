package io.github.rustcross.inspect;

import java.util.Comparator;

/**
 * A version that a file format has numbers for: an operating system, a library, a linker.
 *
 * @param major the first number, 0 and up
 * @param minor the second number, 0 and up
 * @param patch the third number, 0 when the format has two
 */
public record BinaryVersion(int major, int minor, int patch) implements Comparable<BinaryVersion> {

  private static final Comparator<BinaryVersion> ORDER =
      Comparator.comparingInt(BinaryVersion::major)
          .thenComparingInt(BinaryVersion::minor)
          .thenComparingInt(BinaryVersion::patch);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public BinaryVersion {
    if (major < 0 || minor < 0 || patch < 0) {
      throw new IllegalArgumentException(
          "version " + major + "." + minor + "." + patch + " has a negative part");
    }
  }

  /** The {@code xxxx.yy.zz} in nibbles of {@code mach-o/loader.h}. */
  static BinaryVersion nibbles(long word) {
    return new BinaryVersion(
        (int) (word >> 16 & 0xffff), (int) (word >> 8 & 0xff), (int) (word & 0xff));
  }

  @Override
  public int compareTo(BinaryVersion other) {
    return ORDER.compare(this, other);
  }

  /**
   * The version with dots.
   *
   * @return e.g. {@code 11.0} or {@code 10.15.4}; no third number when it is 0
   */
  @Override
  public String toString() {
    return major + "." + minor + (patch == 0 ? "" : "." + patch);
  }
}
