package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dynamic segment (gABI chapter 5, "Dynamic Section") and the strings that it points to. */
final class ElfDynamic {

  static final long DT_NEEDED = 1;
  static final long DT_SONAME = 14;
  static final long DT_FLAGS_1 = 0x6fff_fffbL;
  static final long DT_VERNEED = 0x6fff_fffeL;
  static final long DT_VERNEEDNUM = 0x6fff_ffffL;
  static final long DF_1_PIE = 0x0800_0000;

  private static final long DT_NULL = 0;
  private static final long DT_STRTAB = 5;
  private static final long DT_STRSZ = 10;

  private record Entry(long tag, long value) {}

  private final ElfSegments segments;
  private final ByteSource table;
  private final List<Entry> entries = new ArrayList<>();

  private ElfDynamic(ElfSegments segments, ByteSource table) {
    this.segments = segments;
    this.table = table;
  }

  /** Reads the segment; one that is missing is the same as one without entries. */
  static ElfDynamic read(ByteSource source, ElfHeader header, ElfSegments segments)
      throws IOException, MalformedBinaryException {
    String name = "PT_DYNAMIC segment";
    Optional<ByteSource> found = segments.first(name, ElfSegment.PT_DYNAMIC);
    ByteSource table = found.isPresent() ? found.get() : source.slice(name, 0, 0);
    ElfDynamic dynamic = new ElfDynamic(segments, table);
    dynamic.readEntries(header);
    return dynamic;
  }

  private void readEntries(ElfHeader header) throws IOException, MalformedBinaryException {
    int word = header.wide() ? 8 : 4;
    for (long at = 0; table.size() - at >= 2L * word; at += 2L * word) {
      long tag = header.word(table, at);
      if (tag == DT_NULL) {
        return;
      }
      if (entries.size() == Limits.DYNAMIC_ENTRIES) {
        throw table.malformed(at, "has more than " + Limits.DYNAMIC_ENTRIES + " entries");
      }
      entries.add(new Entry(tag, header.word(table, at + word)));
    }
  }

  /** The value of the first entry with a tag. */
  Optional<Long> value(long tag) {
    return entries.stream().filter(entry -> entry.tag() == tag).map(Entry::value).findFirst();
  }

  /** The names that the entries with a tag point to, in order. */
  List<String> names(long tag) throws IOException, MalformedBinaryException {
    List<String> names = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.tag() == tag) {
        names.add(strings().cString(entry.value(), Limits.NAME_BYTES));
      }
    }
    return names;
  }

  /** The dynamic string table. */
  ByteSource strings() throws MalformedBinaryException {
    ByteSource loaded = pointed("ELF dynamic string table", DT_STRTAB);
    return loaded.slice(loaded.name(), 0, required(DT_STRSZ));
  }

  /** What an entry's address points to, up to the end of its segment. */
  ByteSource pointed(String name, long tag) throws MalformedBinaryException {
    return segments.at(name, required(tag));
  }

  private long required(long tag) throws MalformedBinaryException {
    Optional<Long> value = value(tag);
    if (value.isEmpty()) {
      throw table.malformed(0, "has no entry with the tag " + MalformedBinaryException.hex(tag));
    }
    return value.get();
  }
}
