package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds relative virtual addresses in the file (PE Format, "Section Table"). */
final class PeAddresses {

  private static final int NAME_BYTES = 8;

  private final ByteSource source;
  private final List<PeSection> sections;

  private PeAddresses(ByteSource source, List<PeSection> sections) {
    this.source = source;
    this.sections = sections;
  }

  static PeAddresses read(ByteSource source, PeHeader header)
      throws IOException, MalformedBinaryException {
    List<PeSection> sections = new ArrayList<>();
    ByteSource table = header.sections();
    // Each address is looked for in all of them.
    if (table.size() > (long) Limits.PE_SECTIONS * PeHeader.SECTION_BYTES) {
      throw table.malformed(
          0,
          table.size() / PeHeader.SECTION_BYTES
              + " sections, more than the "
              + Limits.PE_SECTIONS
              + " allowed");
    }
    for (long at = 0; at < table.size(); at += PeHeader.SECTION_BYTES) {
      sections.add(
          new PeSection(
              name(table, at),
              table.u32(at + 12, Endianness.LITTLE),
              table.u32(at + 16, Endianness.LITTLE),
              table.u32(at + 20, Endianness.LITTLE)));
    }
    // The headers themselves are mapped at address 0, and tiny images keep tables there.
    sections.add(new PeSection("", 0, header.headerBytes(), 0));
    return new PeAddresses(source, List.copyOf(sections));
  }

  // Eight bytes, filled up with zeros.
  private static String name(ByteSource table, long at)
      throws IOException, MalformedBinaryException {
    String padded = table.text(at, NAME_BYTES);
    int end = padded.indexOf('\0');
    return end < 0 ? padded : padded.substring(0, end);
  }

  /** The sections, without the one that stands for the headers. */
  List<PeSection> sections() {
    return sections.subList(0, sections.size() - 1);
  }

  /** The bytes in the file of a section. */
  ByteSource content(PeSection section) throws MalformedBinaryException {
    return source.slice("PE section data", section.rawOffset(), section.rawBytes());
  }

  /** The bytes from an address to the end of the section that it lies in. */
  ByteSource at(String name, long address) throws MalformedBinaryException {
    for (PeSection section : sections) {
      if (section.covers(address)) {
        ByteSource raw = content(section);
        long skipped = address - section.address();
        return raw.slice(name, skipped, raw.size() - skipped);
      }
    }
    throw source.malformed(
        0, name + " is at address " + MalformedBinaryException.hex(address) + ", in no section");
  }
}
