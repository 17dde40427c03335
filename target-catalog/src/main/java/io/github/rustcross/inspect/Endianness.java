package io.github.rustcross.inspect;

/** The byte order of a binary's numbers; the words are those of rustc's {@code target_endian}. */
public enum Endianness {
  /** The least significant byte comes first. */
  LITTLE("little"),

  /** The most significant byte comes first. */
  BIG("big");

  private final String id;

  Endianness(String id) {
    this.id = id;
  }

  /**
   * The word of {@code rustc --print cfg} for this byte order.
   *
   * @return {@code little} or {@code big}
   */
  public String id() {
    return id;
  }
}
