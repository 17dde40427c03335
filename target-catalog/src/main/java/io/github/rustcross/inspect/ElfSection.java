package io.github.rustcross.inspect;

/** One section header (gABI chapter 4, "Section Header"), with the fields that are asked for. */
record ElfSection(
    long nameOffset, long type, long flags, long offset, long size, long link, long entrySize) {

  static final long SHT_SYMTAB = 2;
  static final long SHT_DYNSYM = 11;

  /** {@code SHT_ARM_ATTRIBUTES} and {@code SHT_RISCV_ATTRIBUTES}, in each processor's own range. */
  static final long SHT_ATTRIBUTES = 0x7000_0003L;

  private static final long SHT_NULL = 0;
  private static final long SHT_NOBITS = 8;
  private static final long SHF_ALLOC = 2;

  boolean loaded() {
    return (flags & SHF_ALLOC) != 0;
  }

  /** Whether it has bytes in the file. */
  boolean stored() {
    return type != SHT_NULL && type != SHT_NOBITS && size != 0;
  }
}
