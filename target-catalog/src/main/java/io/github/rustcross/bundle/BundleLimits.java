package io.github.rustcross.bundle;

/**
 * What an inspection does not go beyond, so that a hostile file cannot make work that is out of
 * proportion to its size. Where a limit is met, a finding says so.
 *
 * @param depth how many jars may lie within one another, the outermost not counted
 * @param entries files in all jars together
 * @param entryBytes inflated bytes of one file
 * @param inflatedBytes inflated bytes of all files together; of files that are no binaries only
 *     those that had to be read count
 * @param memoryBytes inflated bytes of one file that are kept in memory; a larger one lies in a
 *     temporary file while it is read
 */
public record BundleLimits(
    int depth, int entries, long entryBytes, long inflatedBytes, int memoryBytes) {
  private static final int DEPTH = 4;
  private static final int ENTRIES = 1 << 20;
  private static final long GIBIBYTE = 1L << 30;
  private static final int MEMORY_BYTES = 1 << 26;

  /** Deflate makes at most 1032 out of one; programs and libraries rarely come to 10. */
  private static final int RATIO = 100;

  /**
   * The usual limits for a file: each entry up to 4 GiB, all of them together up to 100 times the
   * file's size or 1 GiB.
   *
   * @param fileBytes the file's size
   */
  public static BundleLimits of(long fileBytes) {
    long inflated =
        fileBytes > Long.MAX_VALUE / RATIO ? Long.MAX_VALUE : Math.max(GIBIBYTE, fileBytes * RATIO);
    return new BundleLimits(DEPTH, ENTRIES, 4 * GIBIBYTE, inflated, MEMORY_BYTES);
  }
}
