package io.github.rustcross.inspect;

/**
 * Limits that no format sets but every honest file keeps, so that a hostile file, whose entries may
 * all point to the same long name, cannot make work that is out of proportion to its size.
 */
final class Limits {

  /** Bytes in one name: {@code PATH_MAX} of Linux; Windows and Apple platforms allow less. */
  static final int NAME_BYTES = 4096;

  /** Libraries or versions that one file may need; large programs need a few hundred. */
  static final int NAMES = 4096;

  /** Entries of an ELF dynamic segment; besides the needed libraries there are some fifty tags. */
  static final int DYNAMIC_ENTRIES = 2 * NAMES;

  /** Archives and universal files inside one another; a universal archive needs one. */
  static final int NESTING = 3;

  /** Bytes in one symbol: C++ and Rust names of templates within templates are long. */
  static final int SYMBOL_BYTES = 1 << 16;

  /** Symbols, imports, exports and the like of one file; the largest known have some 200 000. */
  static final int SYMBOLS = 1 << 20;

  /** Bytes in all names that are kept of one file. */
  static final long ALL_NAMES_BYTES = 1L << 26;

  /**
   * Sections of a PE image; Windows loads none with more than 96 (PE Format, "COFF File Header").
   */
  static final int PE_SECTIONS = 1024;

  /** Members of one archive; import libraries of whole systems have some 30 000. */
  static final int MEMBERS = 1 << 18;

  private Limits() {}
}
