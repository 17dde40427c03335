package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/** The notes (gABI chapter 5, "Note Section"), of which the build id is looked for. */
final class ElfNotes {

  private static final int HEADER_BYTES = 12;
  private static final int NT_GNU_BUILD_ID = 3;
  private static final int MOST_ID_BYTES = 64;

  private final Endianness endianness;
  private int notes;

  private ElfNotes(Endianness endianness) {
    this.endianness = endianness;
  }

  /**
   * The build id that the linker gave, in hexadecimal.
   *
   * @param section the note's section, which is all there is when a linker makes no segment for it,
   *     as Go's does
   */
  static Optional<String> buildId(
      ElfSegments segments, Optional<ByteSource> section, Endianness endianness)
      throws IOException, MalformedBinaryException {
    ElfNotes notes = new ElfNotes(endianness);
    for (ElfSegment segment : segments.all(ElfSegment.PT_NOTE)) {
      ByteSource content = segments.content("PT_NOTE segment", segment);
      // Notes of 8-byte alignment are an extension of GNU's; everything else stands for 4.
      Optional<String> id = notes.find(content, segment.alignment() == 8 ? 8 : 4);
      if (id.isPresent()) {
        return id;
      }
    }
    return section.isPresent() ? notes.find(section.get(), 4) : Optional.empty();
  }

  private Optional<String> find(ByteSource content, int alignment)
      throws IOException, MalformedBinaryException {
    for (long at = 0; content.size() - at >= HEADER_BYTES; ) {
      if (notes++ == Limits.NAMES) {
        throw content.malformed(at, "more than " + Limits.NAMES + " notes");
      }
      long nameBytes = content.u32(at, endianness);
      long bytes = content.u32(at + 4, endianness);
      long start = align(at + HEADER_BYTES + nameBytes, alignment);
      if (content.u32(at + 8, endianness) == NT_GNU_BUILD_ID
          && nameBytes == 4
          && content.matches(at + HEADER_BYTES, 'G', 'N', 'U', 0)) {
        return Optional.of(id(content, start, bytes));
      }
      at = align(start + bytes, alignment);
    }
    return Optional.empty();
  }

  private static String id(ByteSource content, long at, long bytes)
      throws IOException, MalformedBinaryException {
    if (bytes > MOST_ID_BYTES) {
      throw content.malformed(at, "build id has " + bytes + " bytes, limit " + MOST_ID_BYTES);
    }
    return HexFormat.of().formatHex(content.bytes(at, (int) bytes));
  }

  private static long align(long value, int alignment) {
    return (value + alignment - 1) / alignment * alignment;
  }
}
