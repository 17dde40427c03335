package io.github.rustcross.inspect;

import java.util.List;
import java.util.Objects;

/**
 * A symbol version that an ELF file needs (Linux Standard Base Core, "Symbol Versioning").
 *
 * @param library whose version it is, e.g. {@code libc.so.6}
 * @param name the version, e.g. {@code GLIBC_2.34} or {@code CXXABI_1.3}
 * @param weak whether the loader starts the program without it, too ({@code VER_FLG_WEAK})
 * @param symbols the dynamic symbols that are bound to it, in the file's order: undefined ones, and
 *     data of the library of which a program has a copy; empty for a version that only says
 *     something of the file, e.g. {@code GLIBC_ABI_DT_RELR}
 */
public record ElfVersionNeeded(String library, String name, boolean weak, List<String> symbols) {

  /** Copies the list. */
  public ElfVersionNeeded {
    Objects.requireNonNull(library, "library");
    Objects.requireNonNull(name, "name");
    symbols = List.copyOf(symbols);
  }
}
