package io.github.rustcross.inspect;

/** What {@code PT_GNU_STACK} asks for (Linux Standard Base Core, "Program Header"). */
public enum ElfStack {
  /** The stack may not be executed. */
  NOT_EXECUTABLE("not-executable"),

  /** The stack is made executable, of the whole process if this is a library. */
  EXECUTABLE("executable"),

  /** There is no such segment; what then happens differs by processor and kernel. */
  UNSPECIFIED("unspecified");

  private final String id;

  ElfStack(String id) {
    this.id = id;
  }

  /**
   * The stable word in reports.
   *
   * @return lower-case letters and dashes
   */
  public String id() {
    return id;
  }
}
