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

  private Limits() {}
}
