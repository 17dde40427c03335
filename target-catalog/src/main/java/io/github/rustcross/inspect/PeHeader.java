package io.github.rustcross.inspect;

import java.io.IOException;

/**
 * The headers of a PE image (PE Format, "MS-DOS Stub", "COFF File Header" and "Optional Header").
 *
 * @param characteristics the flags of the COFF header
 * @param symbolsOffset where the COFF symbol table is, or 0
 * @param symbolCount how many entries it has
 * @param wide whether the optional header is that of PE32+
 * @param optional the optional header
 * @param sections the section headers
 */
record PeHeader(
    int machine,
    int characteristics,
    long symbolsOffset,
    long symbolCount,
    boolean wide,
    ByteSource optional,
    ByteSource sections) {

  static final int SECTION_BYTES = 40;

  private static final Endianness LITTLE = Endianness.LITTLE;
  private static final int E_LFANEW = 0x3c;
  private static final int SIGNATURE_BYTES = 4;
  private static final int COFF_BYTES = 20;
  private static final int IMAGE_FILE_DLL = 0x2000;
  private static final int PE32 = 0x10b;
  private static final int PE32_PLUS = 0x20b;

  static PeHeader read(ByteSource source) throws IOException, MalformedBinaryException {
    ByteSource dos = source.slice("DOS header", 0, 64);
    long start = dos.u32(E_LFANEW, LITTLE);
    ByteSource coff =
        source.slice("PE header at the DOS header's e_lfanew", start, SIGNATURE_BYTES + COFF_BYTES);
    if (!coff.matches(0, 'P', 'E', 0, 0)) {
      throw coff.malformed(0, "has no signature \"PE\\0\\0\", so this is a DOS or 16-bit program");
    }
    int sectionCount = coff.u16(SIGNATURE_BYTES + 2, LITTLE);
    int optionalBytes = coff.u16(SIGNATURE_BYTES + 16, LITTLE);
    ByteSource optional = source.slice("PE optional header", start + coff.size(), optionalBytes);
    int magic = optional.u16(0, LITTLE);
    if (magic != PE32 && magic != PE32_PLUS) {
      throw optional.malformed(
          0,
          "magic number is " + MalformedBinaryException.hex(magic) + ", neither 0x10b nor 0x20b");
    }
    return new PeHeader(
        coff.u16(SIGNATURE_BYTES, LITTLE),
        coff.u16(SIGNATURE_BYTES + 18, LITTLE),
        coff.u32(SIGNATURE_BYTES + 8, LITTLE),
        coff.u32(SIGNATURE_BYTES + 12, LITTLE),
        magic == PE32_PLUS,
        optional,
        source.slice(
            "PE section headers",
            start + coff.size() + optionalBytes,
            (long) sectionCount * SECTION_BYTES));
  }

  boolean library() {
    return (characteristics & IMAGE_FILE_DLL) != 0;
  }

  /** The address that the image would like to be loaded at. */
  long imageBase() throws IOException, MalformedBinaryException {
    return wide ? optional.u64(24, LITTLE) : optional.u32(28, LITTLE);
  }

  /** The size of all headers, which are mapped at address 0. */
  long headerBytes() throws IOException, MalformedBinaryException {
    return optional.u32(60, LITTLE);
  }

  /** The relative address in a data directory entry, or 0 when there is no such entry. */
  long directory(int index) throws IOException, MalformedBinaryException {
    return directoryWord(index, 0);
  }

  /** The size in a data directory entry, or 0 when there is no such entry. */
  long directorySize(int index) throws IOException, MalformedBinaryException {
    return directoryWord(index, 4);
  }

  private long directoryWord(int index, int within) throws IOException, MalformedBinaryException {
    int countAt = wide ? 108 : 92;
    boolean there = index < optional.u32(countAt, LITTLE);
    return there ? optional.u32(countAt + 4 + 8L * index + within, LITTLE) : 0;
  }
}
