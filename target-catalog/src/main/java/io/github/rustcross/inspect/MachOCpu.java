package io.github.rustcross.inspect;

/** The {@code cputype} numbers ({@code mach/machine.h}) in rustc's words. */
final class MachOCpu {

  private MachOCpu() {}

  static String architecture(long type) {
    return switch ((int) type) {
      case 0x7 -> "x86"; // CPU_TYPE_X86
      case 0xc -> "arm"; // CPU_TYPE_ARM
      case 0x12 -> "powerpc"; // CPU_TYPE_POWERPC
      case 0x0100_0007 -> "x86_64"; // CPU_TYPE_X86_64
      case 0x0100_000c, 0x0200_000c -> "aarch64"; // CPU_TYPE_ARM64, CPU_TYPE_ARM64_32
      case 0x0100_0012 -> "powerpc64"; // CPU_TYPE_POWERPC64
      default -> Architectures.unknown(type);
    };
  }
}
