package io.github.rustcross.inspect;

/**
 * A file is no binary of a known format, or breaks the rules of its format. The message says what
 * is malformed, at which offset of the file, the value found and the limit that it breaks, e.g.
 * {@code PT_INTERP segment at offset 0x318: 0x1c bytes do not fit, file ends at 0x200}.
 */
public final class MalformedBinaryException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong and where.
   *
   * @param what the structure that is malformed, e.g. {@code ELF header}
   * @param offset where in the file, in bytes from its start, taken as unsigned
   * @param problem the value found and the limit that it breaks
   */
  public MalformedBinaryException(String what, long offset, String problem) {
    super(what + " at offset " + hex(offset) + ": " + problem);
  }

  private MalformedBinaryException(String part, MalformedBinaryException cause) {
    super(part + ": " + cause.getMessage(), cause);
  }

  /** The same, said of a part of a file that holds several binaries. */
  MalformedBinaryException in(String part) {
    return new MalformedBinaryException(part, this);
  }

  static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }
}
