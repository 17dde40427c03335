package io.github.rustcross.inspect;

import java.util.List;

/**
 * The dynamic symbols of an ELF file (gABI chapter 4, "Symbol Table"; Linux Standard Base Core,
 * "Symbol Versioning").
 *
 * @param versions every version need, in the file's order, with the symbols bound to it
 * @param unversioned the undefined symbols bound to no version, in the file's order
 * @param exports the defined symbols that others can bind to: global, weak or unique, of default or
 *     protected visibility; in the file's order, once for each of their versions. Version 0
 *     ("local") hides nothing: linkers give it to data copied into programs, and glibc does not
 *     heed it
 */
public record ElfSymbols(
    List<ElfVersionNeeded> versions, List<String> unversioned, List<String> exports) {

  /** Copies the lists. */
  public ElfSymbols {
    versions = List.copyOf(versions);
    unversioned = List.copyOf(unversioned);
    exports = List.copyOf(exports);
  }
}
