package io.github.rustcross.inspect;

import java.util.Optional;

/** The machine numbers of COFF headers (PE Format, "Machine Types"). */
enum CoffMachine {
  I386(0x14c, "x86", 32),
  ARM(0x1c0, "arm", 32),
  THUMB(0x1c2, "arm", 32),
  ARMNT(0x1c4, "arm", 32),
  RISCV32(0x5032, "riscv32", 32),
  RISCV64(0x5064, "riscv64", 64),
  LOONGARCH32(0x6232, "loongarch32", 32),
  LOONGARCH64(0x6264, "loongarch64", 64),
  AMD64(0x8664, "x86_64", 64),
  ARM64EC(0xa641, "arm64ec", 64),
  ARM64(0xaa64, "aarch64", 64);

  private final int number;
  private final String architecture;
  private final int bits;

  CoffMachine(int number, String architecture, int bits) {
    this.number = number;
    this.architecture = architecture;
    this.bits = bits;
  }

  static Optional<CoffMachine> of(int number) {
    for (CoffMachine machine : values()) {
      if (machine.number == number) {
        return Optional.of(machine);
      }
    }
    return Optional.empty();
  }

  String architecture() {
    return architecture;
  }

  int bits() {
    return bits;
  }
}
