package io.github.rustcross.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Decodes {@code e_flags}; {@link ElfFlags} names the documents. */
final class ElfFlagsReader {

  private static final int EM_MIPS = 8;
  private static final int EM_PPC64 = 21;
  private static final int EM_ARM = 40;
  private static final int EM_RISCV = 243;
  private static final int EM_LOONGARCH = 258;

  private static final List<String> MIPS_SETS =
      List.of(
          "mips1",
          "mips2",
          "mips3",
          "mips4",
          "mips5",
          "mips32",
          "mips64",
          "mips32r2",
          "mips64r2",
          "mips32r6",
          "mips64r6");

  private final long raw;
  private final List<String> words = new ArrayList<>();

  private ElfFlagsReader(long raw) {
    this.raw = raw;
  }

  static ElfFlags read(ElfHeader header) {
    ElfFlagsReader reader = new ElfFlagsReader(header.flags());
    return switch (header.machine()) {
      case EM_ARM -> reader.arm();
      case EM_RISCV -> reader.riscv();
      case EM_MIPS -> reader.mips();
      case EM_PPC64 -> {
        int version = (int) (header.flags() & 3);
        yield reader.flags(
            FloatAbi.UNSPECIFIED, version == 0 ? OptionalInt.empty() : OptionalInt.of(version));
      }
      case EM_LOONGARCH -> reader.loongArch();
      default -> reader.flags(FloatAbi.UNSPECIFIED, OptionalInt.empty());
    };
  }

  private ElfFlags arm() {
    int version = (int) (raw >>> 24);
    word(0x0080_0000, "be8");
    FloatAbi floats = FloatAbi.UNSPECIFIED;
    // Before version 5 the same bits said something else.
    if (version == 5 && is(0x400)) {
      floats = FloatAbi.HARD;
    } else if (version == 5 && is(0x200)) {
      floats = FloatAbi.SOFT;
    }
    return flags(floats, version == 0 ? OptionalInt.empty() : OptionalInt.of(version));
  }

  private ElfFlags riscv() {
    word(1, "rvc");
    word(8, "rve");
    word(0x10, "tso");
    FloatAbi floats =
        switch ((int) (raw >> 1 & 3)) {
          case 0 -> FloatAbi.SOFT;
          case 1 -> FloatAbi.SINGLE;
          case 2 -> FloatAbi.DOUBLE;
          default -> FloatAbi.QUAD;
        };
    return flags(floats, OptionalInt.empty());
  }

  private ElfFlags mips() {
    word(1, "noreorder");
    word(2, "pic");
    word(4, "cpic");
    word(0x20, "n32");
    word(0x200, "fp64");
    word(0x400, "nan2008");
    if ((raw & 0xf000) == 0x1000) {
      words.add("o32");
    }
    int set = (int) (raw >>> 28);
    if (set < MIPS_SETS.size()) {
      words.add(MIPS_SETS.get(set));
    }
    return flags(FloatAbi.UNSPECIFIED, OptionalInt.empty());
  }

  private ElfFlags loongArch() {
    FloatAbi floats =
        switch ((int) (raw & 7)) {
          case 1 -> FloatAbi.SOFT;
          case 2 -> FloatAbi.SINGLE;
          case 3 -> FloatAbi.DOUBLE;
          default -> FloatAbi.UNSPECIFIED;
        };
    return flags(floats, OptionalInt.of((int) (raw >> 6 & 3)));
  }

  private ElfFlags flags(FloatAbi floats, OptionalInt version) {
    return new ElfFlags(raw, floats, version, words);
  }

  private void word(int flag, String word) {
    if (is(flag)) {
      words.add(word);
    }
  }

  private boolean is(int flag) {
    return (raw & flag) != 0;
  }
}
