package io.github.rustcross.inspect;

import java.io.IOException;

/**
 * The ELF header (System V gABI, chapter 4, "ELF Header").
 *
 * @param wide whether the class is {@code ELFCLASS64}
 */
record ElfHeader(
    boolean wide,
    Endianness endianness,
    int osAbi,
    int abiVersion,
    int type,
    int machine,
    long flags,
    long segmentsOffset,
    int segmentSize,
    int segmentCount,
    long sectionsOffset,
    int sectionSize,
    int sectionCount,
    int sectionNames) {

  static final int ET_REL = 1;
  static final int ET_EXEC = 2;
  static final int ET_DYN = 3;

  private static final int EI_CLASS = 4;
  private static final int EI_DATA = 5;
  private static final int EI_VERSION = 6;
  private static final int EI_OSABI = 7;
  private static final int EI_ABIVERSION = 8;
  private static final int PN_XNUM = 0xffff;

  static ElfHeader read(ByteSource source) throws IOException, MalformedBinaryException {
    ByteSource ident = source.slice("ELF identification", 0, 16);
    boolean wide = oneOrTwo(ident, EI_CLASS, "EI_CLASS") == 2;
    Endianness order =
        oneOrTwo(ident, EI_DATA, "EI_DATA") == 2 ? Endianness.BIG : Endianness.LITTLE;
    if (ident.u8(EI_VERSION) != 1) {
      throw ident.malformed(EI_VERSION, "EI_VERSION is " + ident.u8(EI_VERSION) + ", not 1");
    }
    ByteSource header = source.slice("ELF header", 0, wide ? 64 : 52);
    int count = header.u16(wide ? 56 : 44, order);
    int size = header.u16(wide ? 54 : 42, order);
    int smallest = wide ? 56 : 32;
    if (count == PN_XNUM) {
      throw header.malformed(
          wide ? 56 : 44, "e_phnum is 0xffff (PN_XNUM), which only core dumps need");
    }
    if (count > 0 && size < smallest) {
      throw header.malformed(
          wide ? 54 : 42, "e_phentsize is " + size + ", a program header has " + smallest);
    }
    return new ElfHeader(
        wide,
        order,
        ident.u8(EI_OSABI),
        ident.u8(EI_ABIVERSION),
        header.u16(16, order),
        header.u16(18, order),
        header.u32(wide ? 48 : 36, order),
        wide ? header.u64(32, order) : header.u32(28, order),
        size,
        count,
        wide ? header.u64(40, order) : header.u32(32, order),
        header.u16(wide ? 58 : 46, order),
        header.u16(wide ? 60 : 48, order),
        header.u16(wide ? 62 : 50, order));
  }

  /** A number as wide as an address of this file. */
  long word(ByteSource source, long offset) throws IOException, MalformedBinaryException {
    return wide ? source.u64(offset, endianness) : source.u32(offset, endianness);
  }

  private static int oneOrTwo(ByteSource ident, int index, String field)
      throws IOException, MalformedBinaryException {
    int value = ident.u8(index);
    if (value != 1 && value != 2) {
      throw ident.malformed(index, field + " is " + value + ", neither 1 nor 2");
    }
    return value;
  }
}
