package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds relative virtual addresses in the file (PE Format, "Section Table"). */
final class PeAddresses {

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
    for (long at = 0; at < table.size(); at += PeHeader.SECTION_BYTES) {
      sections.add(
          new PeSection(
              table.u32(at + 12, Endianness.LITTLE),
              table.u32(at + 16, Endianness.LITTLE),
              table.u32(at + 20, Endianness.LITTLE)));
    }
    // The headers themselves are mapped at address 0, and tiny images keep tables there.
    sections.add(new PeSection(0, header.headerBytes(), 0));
    return new PeAddresses(source, List.copyOf(sections));
  }

  /** The bytes from an address to the end of the section that it lies in. */
  ByteSource at(String name, long address) throws MalformedBinaryException {
    for (PeSection section : sections) {
      if (section.covers(address)) {
        ByteSource raw = source.slice("PE section data", section.rawOffset(), section.rawBytes());
        long skipped = address - section.address();
        return raw.slice(name, skipped, raw.size() - skipped);
      }
    }
    throw source.malformed(
        0, name + " is at address " + MalformedBinaryException.hex(address) + ", in no section");
  }
}
