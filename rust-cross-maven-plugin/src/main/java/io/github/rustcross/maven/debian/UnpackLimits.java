package io.github.rustcross.maven.debian;

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

  /** The limit for a package of some bytes. */
  long of(long size) {
    return Math.min(most, Math.max(always, size * ratio));
  }
}
