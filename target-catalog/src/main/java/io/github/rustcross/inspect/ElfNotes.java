package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/** The notes (gABI chapter 5, "Note Section"), of which the build id is looked for. */
final class ElfNotes {

  private static final int HEADER_BYTES = 12;
  private static final int NT_GNU_BUILD_ID = 3;
  private static final int MOST_ID_BYTES = 64;

  private ElfNotes() {}

  /** The build id that the linker gave, in hexadecimal. */
  static Optional<String> buildId(ElfSegments segments, Endianness endianness)
      throws IOException, MalformedBinaryException {
    int notes = 0;
    for (ElfSegment segment : segments.all(ElfSegment.PT_NOTE)) {
      ByteSource content = segments.content("PT_NOTE segment", segment);
      // Notes of 8-byte alignment are an extension of GNU's; everything else stands for 4.
      int alignment = segment.alignment() == 8 ? 8 : 4;
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
