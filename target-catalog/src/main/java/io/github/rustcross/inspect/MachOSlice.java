package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@code fat_arch} or {@code fat_arch_64} of a universal file ({@code mach-o/fat.h}), whose
 * numbers are always big-endian.
 */
record MachOSlice(long cpuType, long cpuSubtype, ByteSource bytes, long offset) {

  // Java class files begin with the same four bytes, followed by a version of at least 45.
  static final int MOST_SLICES = 44;

  private static final Endianness BIG = Endianness.BIG;
  private static final int HEADER_BYTES = 8;

  static List<MachOSlice> readAll(ByteSource source, boolean wide)
      throws IOException, MalformedBinaryException {
    ByteSource header = source.slice("universal header", 0, HEADER_BYTES);
    long count = header.u32(4, BIG);
    if (count < 1 || count > MOST_SLICES) {
      throw header.malformed(
          4,
          "nfat_arch is "
              + count
              + ", not 1 to "
              + MOST_SLICES
              + "; a Java class file, perhaps, which begins alike");
    }
    long entryBytes = wide ? 32 : 20;
    ByteSource table = source.slice("universal slice table", HEADER_BYTES, count * entryBytes);
    List<MachOSlice> slices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ByteSource entry = table.slice("universal slice " + i, i * entryBytes, entryBytes);
      MachOSlice slice = read(source, entry, wide);
      for (MachOSlice other : slices) {
        if (slice.overlaps(other)) {
          throw entry.malformed(0, "overlaps " + other.bytes().name());
        }
      }
      slices.add(slice);
    }
    return slices;
  }

  private static MachOSlice read(ByteSource source, ByteSource entry, boolean wide)
      throws IOException, MalformedBinaryException {
    long offset = wide ? entry.u64(8, BIG) : entry.u32(8, BIG);
    long size = wide ? entry.u64(16, BIG) : entry.u32(12, BIG);
    return new MachOSlice(
        entry.u32(0, BIG), entry.u32(4, BIG), source.slice(entry.name(), offset, size), offset);
  }

  String architecture() {
    return MachOCpu.architecture(cpuType);
  }

  private boolean overlaps(MachOSlice other) {
    return offset < other.offset + other.bytes.size() && other.offset < offset + bytes.size();
  }
}
