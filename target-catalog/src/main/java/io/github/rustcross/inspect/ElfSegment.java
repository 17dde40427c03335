package io.github.rustcross.inspect;

/**
 * One program header (gABI chapter 5, "Program Header"), with all fields but the physical address.
 */
record ElfSegment(
    long type,
    long flags,
    long offset,
    long address,
    long fileSize,
    long memorySize,
    long alignment) {

  static final long PT_LOAD = 1;
  static final long PT_DYNAMIC = 2;
  static final long PT_INTERP = 3;
  static final long PT_NOTE = 4;
  static final long PT_TLS = 7;
  static final long PT_GNU_STACK = 0x6474_e551L;
  static final long PT_GNU_RELRO = 0x6474_e552L;

  /** {@code PT_RISCV_ATTRIBUTES} (RISC-V ELF psABI), in the range that is each processor's own. */
  static final long PT_ATTRIBUTES = 0x7000_0003L;

  private static final long PF_X = 1;
  private static final long PF_W = 2;

  boolean executable() {
    return (flags & PF_X) != 0;
  }

  boolean writable() {
    return (flags & PF_W) != 0;
  }

  /** Whether a memory address is backed by this segment's bytes in the file. */
  boolean covers(long virtualAddress) {
    return Long.compareUnsigned(virtualAddress, address) >= 0
        && Long.compareUnsigned(virtualAddress - address, fileSize) < 0;
  }
}
