package io.github.rustcross.maven.debian;

import java.io.InputStream;

/**
 * How much a package may unpack to: enough for any real one, and too little to fill a disk.
 *
 * @param always bytes that every package may have
 * @param ratio how many times its own size it may have beyond that
 * @param most bytes that no package may have
 */
public record UnpackLimits(long always, long ratio, long most) {
  private static final long MEBIBYTE = 1 << 20;

  /** For packages of distributions. Headers and symbol tables reach a ratio of about 30. */
  public static final UnpackLimits USUAL =
      new UnpackLimits(64 * MEBIBYTE, 200, 8 * 1024 * MEBIBYTE);

  /**
   * What comes out of a package, as far as it may.
   *
   * @param size the package's size in bytes
   * @param name its name, for the exception that ends it
   */
  public InputStream limited(InputStream stream, long size, String name) {
    return new LimitedStream(stream, of(size), name);
  }

  /** The limit for a package of some bytes. */
  long of(long size) {
    return Math.min(most, Math.max(always, size * ratio));
  }
}
