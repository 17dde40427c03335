package io.github.rustcross.verify;

import io.github.rustcross.inspect.ElfImage;
import io.github.rustcross.inspect.Endianness;

/** ELF files that keep the promises of their targets, for tests to break one of them. */
final class Elf {
  static final String X86_64 = "x86_64-unknown-linux-gnu";
  static final String ARM = "armv7-unknown-linux-gnueabihf";
  static final String RISCV = "riscv64gc-unknown-linux-gnu";
  static final String MUSL = "x86_64-unknown-linux-musl";
  static final String FREEBSD = "x86_64-unknown-freebsd";

  static final int DT_RPATH = 15;
  static final int DT_TEXTREL = 22;
  static final int DT_RUNPATH = 29;
  static final int DT_FLAGS = 30;
  static final int DF_STATIC_TLS = 0x10;

  private static final long PT_TLS = 7;
  private static final long PT_GNU_STACK = 0x6474_e551L;
  private static final int READ_WRITE = 6;
  private static final int READ_WRITE_EXECUTE = 7;

  private Elf() {}

  /** A library. */
  static ElfImage library() {
    return stack(new ElfImage(), READ_WRITE);
  }

  static ElfImage libraryWithExecutableStack() {
    return stack(new ElfImage(), READ_WRITE_EXECUTE);
  }

  static ElfImage libraryThatSaysNothingOfItsStack() {
    return new ElfImage();
  }

  /** A program that can be loaded anywhere. */
  static ElfImage program(String loader) {
    return library().interpreter(loader);
  }

  static ElfImage program() {
    return program("/lib64/ld-linux-x86-64.so.2");
  }

  static ElfImage arm(long flags) {
    return stack(new ElfImage(false, Endianness.LITTLE), READ_WRITE).machine(40, flags);
  }

  static ElfImage riscv(long flags) {
    return library().machine(243, flags);
  }

  static ElfImage threadStorage(ElfImage image, int bytes) {
    return image.segment(PT_TLS, 0, 0, 0).segmentFlags(4, bytes, 8);
  }

  private static ElfImage stack(ElfImage image, int flags) {
    return image.segment(PT_GNU_STACK, 0, 0, 0).segmentFlags(flags, 0, 16);
  }
}
