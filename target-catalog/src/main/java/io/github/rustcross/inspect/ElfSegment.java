package io.github.rustcross.inspect;

/**
 * One program header (gABI chapter 5, "Program Header"), with the fields that say where a segment
 * lies in the file and in memory.
 */
record ElfSegment(long type, long offset, long address, long fileSize) {

  static final long PT_LOAD = 1;
  static final long PT_DYNAMIC = 2;
  static final long PT_INTERP = 3;

  /** Whether a memory address is backed by this segment's bytes in the file. */
  boolean covers(long virtualAddress) {
    return Long.compareUnsigned(virtualAddress, address) >= 0
        && Long.compareUnsigned(virtualAddress - address, fileSize) < 0;
  }
}
