package io.github.rustcross.inspect;

/**
 * What may be kept of one file's names. Tables in a file may all point to the same long text, so
 * that a small file could ask for more memory than there is.
 */
final class NameBudget {

  private static final long SMALL_FILE_BYTES = 1 << 16;
  private static final int SHARING = 4;

  private final long bytes;
  private long namesLeft = Limits.SYMBOLS;
  private long bytesLeft;

  /** A budget for one file: linkers share the ends of names, export tries their beginnings. */
  NameBudget(ByteSource source) {
    long wanted = SMALL_FILE_BYTES + Math.min(source.size(), Limits.ALL_NAMES_BYTES) * SHARING;
    bytes = Math.min(wanted, Limits.ALL_NAMES_BYTES);
    bytesLeft = bytes;
  }

  /** Takes one name from the budget, which is then kept. */
  String take(ByteSource table, long at, String name) throws MalformedBinaryException {
    if (--namesLeft < 0) {
      throw table.malformed(at, "more than " + Limits.SYMBOLS + " names");
    }
    bytesLeft -= name.length();
    if (bytesLeft < 0) {
      throw table.malformed(at, "names have more than " + bytes + " bytes in all");
    }
    return name;
  }
}
