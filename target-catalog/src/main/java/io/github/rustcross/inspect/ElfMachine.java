package io.github.rustcross.inspect;

/** The {@code e_machine} numbers (gABI register of machines; {@code elf.h}) in rustc's words. */
final class ElfMachine {

  // Psabi MIPS n32: 32-bit pointers on a 64-bit instruction set.
  private static final long EF_MIPS_ABI2 = 0x20;
  private static final long EF_MIPS_ARCH = 0xf000_0000L;
  private static final long EF_MIPS_ARCH_32R6 = 0x9000_0000L;
  private static final long EF_MIPS_ARCH_64R6 = 0xa000_0000L;

  private ElfMachine() {}

  static String architecture(ElfHeader header) {
    int machine = header.machine();
    return switch (machine) {
      case 2, 18 -> "sparc"; // EM_SPARC, EM_SPARC32PLUS
      case 3 -> "x86"; // EM_386
      case 4 -> "m68k"; // EM_68K
      case 8 -> mips(header); // EM_MIPS
      case 20 -> "powerpc"; // EM_PPC
      case 21 -> "powerpc64"; // EM_PPC64
      case 22 -> header.wide() ? "s390x" : Architectures.unknown(machine); // EM_S390
      case 40 -> "arm"; // EM_ARM
      case 43 -> "sparc64"; // EM_SPARCV9
      case 62 -> "x86_64"; // EM_X86_64
      case 83 -> "avr"; // EM_AVR
      case 94 -> "xtensa"; // EM_XTENSA
      case 105 -> "msp430"; // EM_MSP430
      case 164 -> "hexagon"; // EM_QDSP6
      case 183 -> "aarch64"; // EM_AARCH64
      case 190 -> "nvptx64"; // EM_CUDA
      case 224 -> "amdgpu"; // EM_AMDGPU
      case 243 -> header.wide() ? "riscv64" : "riscv32"; // EM_RISCV
      case 247 -> "bpf"; // EM_BPF
      case 252 -> "csky"; // EM_CSKY
      case 258 -> header.wide() ? "loongarch64" : "loongarch32"; // EM_LOONGARCH
      default -> Architectures.unknown(machine);
    };
  }

  private static String mips(ElfHeader header) {
    long arch = header.flags() & EF_MIPS_ARCH;
    if (header.wide() || (header.flags() & EF_MIPS_ABI2) != 0) {
      return arch == EF_MIPS_ARCH_64R6 ? "mips64r6" : "mips64";
    }
    return arch == EF_MIPS_ARCH_32R6 ? "mips32r6" : "mips";
  }
}
