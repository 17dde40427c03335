package io.github.rustcross.inspect;

/**
 * One section header (PE Format, "Section Table"): where a section lies in memory and file.
 *
 * @param name as it is in the header; {@code /NNN} stands for a name in the string table
 */
record PeSection(String name, long address, long rawBytes, long rawOffset) {

  boolean covers(long relativeAddress) {
    return relativeAddress >= address && relativeAddress - address < rawBytes;
  }
}
