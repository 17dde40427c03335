package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The program header table. Everything at run time is found through it and never through section
 * headers, which stripping may remove (gABI chapter 5, "Program Header").
 */
final class ElfSegments {

  private final ByteSource source;
  private final List<ElfSegment> segments;

  private ElfSegments(ByteSource source, List<ElfSegment> segments) {
    this.source = source;
    this.segments = segments;
  }

  static ElfSegments read(ByteSource source, ElfHeader header)
      throws IOException, MalformedBinaryException {
    long bytes = (long) header.segmentCount() * header.segmentSize();
    if (bytes == 0) {
      return new ElfSegments(source, List.of());
    }
    ByteSource table = source.slice("ELF program headers", header.segmentsOffset(), bytes);
    List<ElfSegment> segments = new ArrayList<>();
    for (long at = 0; at < bytes; at += header.segmentSize()) {
      segments.add(segment(table, at, header));
    }
    return new ElfSegments(source, List.copyOf(segments));
  }

  private static ElfSegment segment(ByteSource table, long at, ElfHeader header)
      throws IOException, MalformedBinaryException {
    boolean wide = header.wide();
    return new ElfSegment(
        table.u32(at, header.endianness()),
        table.u32(at + (wide ? 4 : 24), header.endianness()),
        header.word(table, at + (wide ? 8 : 4)),
        header.word(table, at + (wide ? 16 : 8)),
        header.word(table, at + (wide ? 32 : 16)),
        header.word(table, at + (wide ? 40 : 20)),
        header.word(table, at + (wide ? 48 : 28)));
  }

  /** All segments of a type, in the file's order. */
  List<ElfSegment> all(long type) {
    return segments.stream().filter(segment -> segment.type() == type).toList();
  }

  /** The first segment of a type. */
  Optional<ElfSegment> first(long type) {
    return segments.stream().filter(segment -> segment.type() == type).findFirst();
  }

  /** The bytes in the file of the first segment of a type. */
  Optional<ByteSource> first(String name, long type) throws MalformedBinaryException {
    for (ElfSegment segment : segments) {
      if (segment.type() == type) {
        return Optional.of(content(name, segment));
      }
    }
    return Optional.empty();
  }

  /** The bytes in the file of a segment. */
  ByteSource content(String name, ElfSegment segment) throws MalformedBinaryException {
    return source.slice(name, segment.offset(), segment.fileSize());
  }

  /** The bytes in the file from a memory address to the end of the segment that loads it. */
  ByteSource at(String name, long address) throws MalformedBinaryException {
    for (ElfSegment segment : segments) {
      if (segment.type() == ElfSegment.PT_LOAD && segment.covers(address)) {
        ByteSource loaded = source.slice("PT_LOAD segment", segment.offset(), segment.fileSize());
        long skipped = address - segment.address();
        return loaded.slice(name, skipped, loaded.size() - skipped);
      }
    }
    throw source.malformed(
        0, name + " is at address " + MalformedBinaryException.hex(address) + ", in no PT_LOAD");
  }
}
