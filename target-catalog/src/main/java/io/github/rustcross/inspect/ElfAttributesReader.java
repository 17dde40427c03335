package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads build attributes: sections for each vendor, in them lists for the whole file, for sections
 * and for symbols, of which only the first are kept ({@link ElfAttributes} names the documents).
 */
final class ElfAttributesReader {

  private static final int FORMAT_VERSION = 'A';
  private static final int TAG_FILE = 1;
  private static final String ARM = "aeabi";
  private static final String RISCV = "riscv";

  private static final long TAG_CPU_RAW_NAME = 4;
  private static final long TAG_CPU_NAME = 5;
  private static final long TAG_COMPATIBILITY = 32;

  private final Endianness endianness;
  private final Map<Long, Long> numbers = new TreeMap<>();
  private final Map<Long, String> texts = new TreeMap<>();

  private ElfAttributesReader(Endianness endianness) {
    this.endianness = endianness;
  }

  /** The attributes of the one vendor that is the processor's ABI; empty if there are none. */
  static Optional<ElfAttributes> read(ByteSource section, Endianness endianness)
      throws IOException, MalformedBinaryException {
    if (section.size() == 0) {
      return Optional.empty();
    }
    if (section.u8(0) != FORMAT_VERSION) {
      throw section.malformed(0, "format version is " + section.u8(0) + ", not 65");
    }
    for (long at = 1; section.size() - at >= 4; ) {
      long length = section.u32(at, endianness);
      if (length < 5) {
        throw section.malformed(at, "subsection has " + length + " bytes, fewer than 5");
      }
      ByteSource vendor = section.slice("ELF attributes of a vendor", at, length);
      String name = vendor.cString(4, Limits.NAME_BYTES);
      if (name.equals(ARM) || name.equals(RISCV)) {
        ElfAttributesReader reader = new ElfAttributesReader(endianness);
        reader.vendor(vendor, 4L + name.length() + 1, name.equals(ARM));
        return Optional.of(new ElfAttributes(name, reader.numbers, reader.texts));
      }
      at += length;
    }
    return Optional.empty();
  }

  private void vendor(ByteSource vendor, long first, boolean arm)
      throws IOException, MalformedBinaryException {
    for (long at = first; vendor.size() - at >= 5; ) {
      int scope = vendor.u8(at);
      long length = vendor.u32(at + 1, endianness);
      if (length < 5) {
        throw vendor.malformed(at + 1, "list has " + length + " bytes, fewer than 5");
      }
      ByteSource list = vendor.slice("ELF attribute list", at, length);
      if (scope == TAG_FILE) {
        attributes(list.slice("ELF attribute list", 5, length - 5), arm);
      }
      at += length;
    }
  }

  private void attributes(ByteSource list, boolean arm)
      throws IOException, MalformedBinaryException {
    ByteCursor cursor = new ByteCursor(list);
    while (!cursor.atEnd()) {
      long tag = cursor.u32();
      if (numbers.size() + texts.size() == Limits.NAMES) {
        throw list.malformed(0, "has more than " + Limits.NAMES + " attributes");
      }
      if (arm && tag == TAG_COMPATIBILITY) {
        numbers.put(tag, cursor.u64());
        texts.put(tag, cursor.cString());
      } else if (isText(tag, arm)) {
        texts.put(tag, cursor.cString());
      } else {
        numbers.put(tag, cursor.u64());
      }
    }
  }

  // Both take odd tags for texts and even ones for numbers; ARM only from 32 on.
  private static boolean isText(long tag, boolean arm) {
    if (arm && tag < TAG_COMPATIBILITY) {
      return tag == TAG_CPU_RAW_NAME || tag == TAG_CPU_NAME;
    }
    return tag % 2 == 1;
  }
}
