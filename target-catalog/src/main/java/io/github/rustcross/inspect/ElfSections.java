package io.github.rustcross.inspect;

import java.io.IOException;

/**
 * The section header table. What is needed at run time is found without it, so that it may be
 * missing; there can be very many, so that none is kept.
 */
final class ElfSections {

  private static final int SHN_XINDEX = 0xffff;

  private final ByteSource source;
  private final ElfHeader header;
  private final ByteSource table;
  private final ByteSource names;
  private final long count;

  private ElfSections(ByteSource source, ElfHeader header)
      throws IOException, MalformedBinaryException {
    this.source = source;
    this.header = header;
    this.count = count(source, header);
    this.table =
        source.slice("ELF section headers", header.sectionsOffset(), count * header.sectionSize());
    long index = header.sectionNames();
    // Numbers that do not fit into the header are in the first, otherwise empty entry.
    if (index == SHN_XINDEX) {
      index = get(0).link();
    }
    this.names =
        index > 0 && index < count
            ? content("ELF section names", get(index))
            : source.slice("ELF section names", 0, 0);
  }

  static ElfSections read(ByteSource source, ElfHeader header)
      throws IOException, MalformedBinaryException {
    return new ElfSections(source, header);
  }

  private static long count(ByteSource source, ElfHeader header)
      throws IOException, MalformedBinaryException {
    if (header.sectionsOffset() == 0) {
      return 0;
    }
    int smallest = header.wide() ? 64 : 40;
    if (header.sectionSize() < smallest) {
      throw source.malformed(
          header.wide() ? 58 : 46,
          "e_shentsize is " + header.sectionSize() + ", a section header has " + smallest);
    }
    if (header.sectionCount() > 0) {
      return header.sectionCount();
    }
    ByteSource first = source.slice("ELF section headers", header.sectionsOffset(), smallest);
    long count = header.word(first, header.wide() ? 32 : 20);
    if (count < 0 || count > source.size() / header.sectionSize()) {
      throw first.malformed(
          0, Long.toUnsignedString(count) + " section headers do not fit into the file");
    }
    return count;
  }

  long count() {
    return count;
  }

  ElfSection get(long index) throws IOException, MalformedBinaryException {
    long at = index * header.sectionSize();
    boolean wide = header.wide();
    return new ElfSection(
        table.u32(at, header.endianness()),
        table.u32(at + 4, header.endianness()),
        header.word(table, at + 8),
        header.word(table, at + (wide ? 24 : 16)),
        header.word(table, at + (wide ? 32 : 20)),
        table.u32(at + (wide ? 40 : 24), header.endianness()),
        header.word(table, at + (wide ? 56 : 36)));
  }

  /** The string table that names are in. */
  ByteSource names() {
    return names;
  }

  String name(ElfSection section) throws IOException, MalformedBinaryException {
    return names.size() == 0 ? "" : names.cString(section.nameOffset(), Limits.SYMBOL_BYTES);
  }

  /** The bytes in the file of a section that has some. */
  ByteSource content(String name, ElfSection section) throws MalformedBinaryException {
    return source.slice(name, section.offset(), section.size());
  }
}
