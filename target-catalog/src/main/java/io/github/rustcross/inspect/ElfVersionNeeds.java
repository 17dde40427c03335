package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The version needs (Linux Standard Base Core, "Version Requirements"). */
final class ElfVersionNeeds {

  private static final String GLIBC_PREFIX = "GLIBC_";

  // Elfxx_Verneed and Elfxx_Vernaux have this size in both classes.
  private static final int ENTRY_BYTES = 16;
  private static final int VER_FLG_WEAK = 2;

  private final ByteSource table;
  private final ByteSource strings;
  private final Endianness endianness;
  private final List<ElfVersionNeed> found = new ArrayList<>();

  private ElfVersionNeeds(ByteSource table, ByteSource strings, Endianness endianness) {
    this.table = table;
    this.strings = strings;
    this.endianness = endianness;
  }

  static List<ElfVersionNeed> read(ElfDynamic dynamic, Endianness endianness)
      throws IOException, MalformedBinaryException {
    if (dynamic.value(ElfDynamic.DT_VERNEED).isEmpty()) {
      return List.of();
    }
    ElfVersionNeeds needs =
        new ElfVersionNeeds(
            dynamic.pointed("ELF version needs", ElfDynamic.DT_VERNEED),
            dynamic.strings(),
            endianness);
    // The loader walks to the last link and does without DT_VERNEEDNUM; so do we if it is missing.
    needs.libraries(dynamic.value(ElfDynamic.DT_VERNEEDNUM).orElse((long) Limits.NAMES));
    return List.copyOf(needs.found);
  }

  // libgcc_s defines a version GLIBC_2.0 of its own, which files built with musl need of it too
  // (GCC, libgcc/libgcc-std.ver.in).
  static Optional<GlibcVersion> highestGlibc(List<ElfVersionNeed> needs) {
    return needs.stream()
        .filter(need -> !need.library().startsWith("libgcc_s."))
        .map(ElfVersionNeed::version)
        .filter(version -> version.startsWith(GLIBC_PREFIX))
        .flatMap(version -> GlibcVersion.parse(version.substring(GLIBC_PREFIX.length())).stream())
        .max(Comparator.naturalOrder());
  }

  private void libraries(long count) throws IOException, MalformedBinaryException {
    if (count < 0 || count > Limits.NAMES) {
      throw table.malformed(
          0,
          "DT_VERNEEDNUM is "
              + Long.toUnsignedString(count)
              + ", more than the "
              + Limits.NAMES
              + " allowed");
    }
    long at = 0;
    for (long i = 0; i < count; i++) {
      int version = table.u16(at, endianness);
      if (version != 1) {
        throw table.malformed(at, "vn_version is " + version + ", not 1");
      }
      int versions = table.u16(at + 2, endianness);
      String library = name(at + 4);
      versions(library, at + table.u32(at + 8, endianness), versions);
      long step = step(at + 12, "vn_next");
      if (step == 0) {
        return;
      }
      at += step;
    }
  }

  private void versions(String library, long first, int count)
      throws IOException, MalformedBinaryException {
    long at = first;
    for (int i = 0; i < count; i++) {
      if (found.size() == Limits.NAMES) {
        throw table.malformed(at, "more than " + Limits.NAMES + " needed versions");
      }
      int flags = table.u16(at + 4, endianness);
      int index = table.u16(at + 6, endianness);
      found.add(new ElfVersionNeed(library, name(at + 8), index, (flags & VER_FLG_WEAK) != 0));
      long step = step(at + 12, "vna_next");
      if (step == 0) {
        return;
      }
      at += step;
    }
  }

  private String name(long at) throws IOException, MalformedBinaryException {
    return strings.cString(table.u32(at, endianness), Limits.NAME_BYTES);
  }

  // Links are unsigned and so only ever lead forward; with no overlap either, a chain cannot be
  // longer than the table, nor can it close into a ring.
  private long step(long at, String field) throws IOException, MalformedBinaryException {
    long step = table.u32(at, endianness);
    if (step != 0 && step < ENTRY_BYTES) {
      throw table.malformed(
          at, field + " is " + step + ", less than the " + ENTRY_BYTES + " bytes of an entry");
    }
    return step;
  }
}
