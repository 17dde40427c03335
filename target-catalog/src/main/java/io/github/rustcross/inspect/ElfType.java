package io.github.rustcross.inspect;

/** The ELF file types that are read ({@code e_type}; gABI chapter 4, "ELF Header"). */
public enum ElfType {
  /** {@code ET_REL}: input of a linker. */
  RELOCATABLE("rel"),

  /** {@code ET_EXEC}: a program that is loaded at a fixed address. */
  FIXED("exec"),

  /** {@code ET_DYN}: a shared library or a position-independent program. */
  DYNAMIC("dyn");

  private final String id;

  ElfType(String id) {
    this.id = id;
  }

  /**
   * The stable word for this type in reports.
   *
   * @return {@code rel}, {@code exec} or {@code dyn}
   */
  public String id() {
    return id;
  }
}
