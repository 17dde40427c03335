package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the symbol table ({@code symtab_command}; {@code mach-o/nlist.h}). */
final class MachOSymbolTable {

  private static final int N_STAB = 0xe0;
  private static final int N_PEXT = 0x10;
  private static final int N_TYPE = 0x0e;
  private static final int N_EXT = 0x01;
  private static final int N_ABS = 0x02;
  private static final int N_SECT = 0x0e;
  private static final int N_INDR = 0x0a;

  private MachOSymbolTable() {}

  /** The names of symbols that are defined, external and not private. */
  static List<String> read(
      ByteSource source, MachOHeader header, ByteSource command, NameBudget budget)
      throws IOException, MalformedBinaryException {
    Endianness order = header.endianness();
    int entry = header.wide() ? 16 : 12;
    long count = command.u32(12, order);
    ByteSource table =
        source.slice("Mach-O symbol table", count == 0 ? 0 : command.u32(8, order), count * entry);
    long stringBytes = command.u32(20, order);
    ByteSource strings =
        source.slice(
            "Mach-O string table", stringBytes == 0 ? 0 : command.u32(16, order), stringBytes);
    List<String> names = new ArrayList<>();
    for (long at = 0; at < table.size(); at += entry) {
      int type = table.u8(at + 4);
      if (exported(type)) {
        String name = strings.cString(table.u32(at, order), Limits.SYMBOL_BYTES);
        names.add(budget.take(table, at, name));
      }
    }
    return names;
  }

  private static boolean exported(int type) {
    int defined = type & N_TYPE;
    return (type & (N_STAB | N_PEXT | N_EXT)) == N_EXT
        && (defined == N_ABS || defined == N_SECT || defined == N_INDR);
  }
}
