package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the dynamic symbols and sorts them by the versions that they need. */
final class ElfSymbolReader {

  private static final long DT_SYMTAB = 6;
  private static final long DT_VERSYM = 0x6fff_fff0L;

  private static final int SHN_UNDEF = 0;
  private static final int STB_LOCAL = 0;
  private static final int STT_SECTION = 3;
  private static final int STT_FILE = 4;
  // SPARC ABI, 64-bit: which application register the file uses, and no symbol to be found.
  private static final int STT_SPARC_REGISTER = 13;
  private static final Set<Integer> SPARC = Set.of(2, 18, 43);
  private static final int STV_INTERNAL = 1;
  private static final int STV_HIDDEN = 2;
  private static final int VER_NDX_GLOBAL = 1;
  private static final int VERSION_BITS = 0x7fff;

  private final ElfHeader header;
  private final ElfDynamic dynamic;
  private final NameBudget budget;
  private final Map<Integer, List<String>> byVersion = new HashMap<>();
  private final List<String> unversioned = new ArrayList<>();
  private final List<String> exports = new ArrayList<>();

  private ElfSymbolReader(ByteSource source, ElfHeader header, ElfDynamic dynamic) {
    this.header = header;
    this.dynamic = dynamic;
    this.budget = new NameBudget(source);
  }

  static ElfSymbols read(
      ByteSource source, ElfHeader header, ElfDynamic dynamic, OptionalLong sectionCount)
      throws IOException, MalformedBinaryException {
    ElfSymbolReader reader = new ElfSymbolReader(source, header, dynamic);
    List<ElfVersionNeed> needs = ElfVersionNeeds.read(dynamic, header.endianness());
    // A library may need one version under several numbers, and one number may be given twice.
    needs.forEach(need -> reader.byVersion.put(need.index(), new ArrayList<>()));
    if (dynamic.value(DT_SYMTAB).isPresent()) {
      reader.symbols(ElfSymbolCount.of(header, dynamic, sectionCount));
    }
    return new ElfSymbols(
        needs.stream().map(reader::version).toList(), reader.unversioned, reader.exports);
  }

  private ElfVersionNeeded version(ElfVersionNeed need) {
    return new ElfVersionNeeded(
        need.library(), need.version(), need.weak(), byVersion.get(need.index()));
  }

  private void symbols(long count) throws IOException, MalformedBinaryException {
    int entry = header.wide() ? 24 : 16;
    ByteSource loaded = dynamic.pointed("ELF dynamic symbols", DT_SYMTAB);
    if (count < 0 || count > Limits.SYMBOLS) {
      throw loaded.malformed(
          0,
          Long.toUnsignedString(count) + " symbols, more than the " + Limits.SYMBOLS + " allowed");
    }
    if (count == 0) {
      return;
    }
    ByteSource table = loaded.slice(loaded.name(), 0, count * entry);
    ByteSource strings = dynamic.strings();
    boolean versioned = dynamic.value(DT_VERSYM).isPresent();
    ByteSource versions =
        versioned
            ? dynamic.pointed("ELF symbol versions", DT_VERSYM).slice("versions", 0, 2 * count)
            : table;
    for (long i = 1; i < count; i++) {
      int version =
          versioned ? versions.u16(2 * i, header.endianness()) & VERSION_BITS : VER_NDX_GLOBAL;
      symbol(table, i * entry, strings, version);
    }
  }

  private void symbol(ByteSource table, long at, ByteSource strings, int version)
      throws IOException, MalformedBinaryException {
    boolean wide = header.wide();
    int info = table.u8(at + (wide ? 4 : 12));
    int type = info & 0xf;
    long nameAt = table.u32(at, header.endianness());
    boolean register = type == STT_SPARC_REGISTER && SPARC.contains(header.machine());
    boolean unnamed = type == STT_SECTION || type == STT_FILE || nameAt == 0;
    if (info >> 4 == STB_LOCAL || unnamed || register) {
      return;
    }
    boolean undefined = table.u16(at + (wide ? 6 : 14), header.endianness()) == SHN_UNDEF;
    int visibility = table.u8(at + (wide ? 5 : 13)) & 3;
    boolean hidden = visibility == STV_INTERNAL || visibility == STV_HIDDEN;
    if (!undefined && hidden) {
      return;
    }
    String name = budget.take(table, at, strings.cString(nameAt, Limits.SYMBOL_BYTES));
    // Data of a library that a program has a copy of is defined in both, and needs the version.
    if (undefined || byVersion.containsKey(version)) {
      byVersion.getOrDefault(version, unversioned).add(name);
    }
    if (!undefined) {
      exports.add(name);
    }
  }
}
