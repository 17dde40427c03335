package io.github.rustcross.inspect;

/** In which registers a binary's calling convention passes floating-point numbers. */
public enum FloatAbi {
  /** The file's flags do not say, or the processor has no such flag. */
  UNSPECIFIED("unspecified"),

  /** In none: in those of integers. */
  SOFT("soft"),

  /** In those of the floating-point unit, of whatever width ({@code EF_ARM_ABI_FLOAT_HARD}). */
  HARD("hard"),

  /** In 32-bit floating-point registers. */
  SINGLE("single"),

  /** In 64-bit floating-point registers. */
  DOUBLE("double"),

  /** In 128-bit floating-point registers. */
  QUAD("quad");

  private final String id;

  FloatAbi(String id) {
    this.id = id;
  }

  /**
   * The stable word for this convention in reports.
   *
   * @return lower-case letters, e.g. {@code hard}
   */
  public String id() {
    return id;
  }
}
