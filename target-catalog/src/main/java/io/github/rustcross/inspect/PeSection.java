package io.github.rustcross.inspect;

/** One section header (PE Format, "Section Table"): where a section lies in memory and file. */
record PeSection(long address, long rawBytes, long rawOffset) {

  boolean covers(long relativeAddress) {
    return relativeAddress >= address && relativeAddress - address < rawBytes;
  }
}
