package io.github.rustcross.inspect;

import java.util.List;

/**
 * The symbols that a Mach-O file gives to others.
 *
 * @param table those of the symbol table ({@code LC_SYMTAB}) that are defined, external and not
 *     private, with the underscore that C compilers put in front
 * @param trie those of the export trie ({@code LC_DYLD_INFO}, {@code LC_DYLD_EXPORTS_TRIE}), which
 *     is what dyld looks at
 * @param hasTrie whether there is an export trie at all
 */
public record MachOSymbols(List<String> table, List<String> trie, boolean hasTrie) {

  /** Copies the lists. */
  public MachOSymbols {
    table = List.copyOf(table);
    trie = List.copyOf(trie);
  }

  /**
   * What others can bind to.
   *
   * @return the trie's symbols if there is a trie, else the table's
   */
  public List<String> exports() {
    return hasTrie ? trie : table;
  }
}
