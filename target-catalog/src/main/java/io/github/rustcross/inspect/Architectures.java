package io.github.rustcross.inspect;

/** Words for processors that more than one format uses. */
final class Architectures {

  static final String UNIVERSAL = "universal";

  private Architectures() {}

  /** For a machine number that rustc has no word for. */
  static String unknown(long machine) {
    return "unknown(" + MalformedBinaryException.hex(machine) + ")";
  }
}
