package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many dynamic symbols there are, which no entry of the dynamic segment says: it follows from
 * the hash tables (gABI chapter 5, "Hash Table"; for {@code DT_GNU_HASH}, binutils and glibc's
 * {@code dl-lookup.c}).
 */
final class ElfSymbolCount {

  private static final long DT_HASH = 4;
  private static final long DT_STRTAB = 5;
  private static final long DT_SYMTAB = 6;
  private static final long DT_GNU_HASH = 0x6fff_fef5L;
  private static final long DT_MIPS_SYMTABNO = 0x7000_0011L;
  private static final int EM_MIPS = 8;
  private static final int EM_S390 = 22;
  private static final int EM_ALPHA = 0x9026;

  private final ElfHeader header;
  private final ElfDynamic dynamic;

  private ElfSymbolCount(ElfHeader header, ElfDynamic dynamic) {
    this.header = header;
    this.dynamic = dynamic;
  }

  /**
   * The number of entries.
   *
   * @param fromSection what the section headers say, if they are there
   */
  static long of(ElfHeader header, ElfDynamic dynamic, OptionalLong fromSection)
      throws IOException, MalformedBinaryException {
    ElfSymbolCount count = new ElfSymbolCount(header, dynamic);
    if (dynamic.value(DT_HASH).isPresent()) {
      return count.hashed();
    }
    long hashed = dynamic.value(DT_GNU_HASH).isPresent() ? count.gnuHashed() : 0;
    if (hashed > 0) {
      return hashed;
    }
    // A table without defined symbols tells nothing of the undefined ones before them.
    Optional<Long> mips = dynamic.value(DT_MIPS_SYMTABNO);
    if (header.machine() == EM_MIPS && mips.isPresent()) {
      return mips.get();
    }
    return fromSection.isPresent() ? fromSection.getAsLong() : count.upToStrings();
  }

  // Its words have 32 bits; on two processors those of GNU's linker have 64 and those of LLVM's 32.
  // Neither number is ever zero, so that one of 64 bits with an empty upper half tells them apart.
  private long hashed() throws IOException, MalformedBinaryException {
    ByteSource table = dynamic.pointed("ELF hash table", DT_HASH);
    boolean either = header.wide() && (header.machine() == EM_S390 || header.machine() == EM_ALPHA);
    boolean wide = either && table.u64(0, header.endianness()) >>> 32 == 0;
    return wide ? table.u64(8, header.endianness()) : table.u32(4, header.endianness());
  }

  private long gnuHashed() throws IOException, MalformedBinaryException {
    ByteSource table = dynamic.pointed("ELF GNU hash table", DT_GNU_HASH);
    Endianness order = header.endianness();
    long bucketBytes = 4 * table.u32(0, order);
    long first = table.u32(4, order);
    long bucketsAt = 16 + table.u32(8, order) * (header.wide() ? 8 : 4);
    ByteSource buckets = table.slice("ELF GNU hash buckets", bucketsAt, bucketBytes);
    long last = 0;
    for (long at = 0; at < bucketBytes; at += 4) {
      last = Math.max(last, buckets.u32(at, order));
    }
    if (last == 0) {
      return 0;
    }
    if (last < first) {
      throw buckets.malformed(0, "symbol " + last + " comes before the first one, " + first);
    }
    long chainsAt = bucketsAt + bucketBytes;
    while ((table.u32(chainsAt + 4 * (last - first), order) & 1) == 0) {
      last++;
    }
    return last + 1;
  }

  // Without hash tables and section headers, the strings' place is all there is: linkers put them
  // right behind the symbols.
  private long upToStrings() {
    long symbols = dynamic.value(DT_SYMTAB).orElse(0L);
    long strings = dynamic.value(DT_STRTAB).orElse(0L);
    return Long.compareUnsigned(strings, symbols) > 0
        ? Long.divideUnsigned(strings - symbols, header.wide() ? 24 : 16)
        : 0;
  }
}
