package io.github.rustcross.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Binaries for tests of other packages: real ones, and small ones made by hand. */
public final class SmallBinaries {
  private static final int EI_OSABI = 7;
  private static final int LC_BUILD_VERSION = 0x32;
  private static final long X86_64 = 0x0100_0007L;
  private static final long ARM64 = 0x0100_000cL;

  private SmallBinaries() {}

  /** A real binary beside this class; the README there says how it was made. */
  public static byte[] fixture(String name) {
    try (InputStream stream = SmallBinaries.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A 64-bit little-endian ELF library that needs some libraries. */
  public static byte[] elf(int machine, int osAbi, String... needed) {
    ElfImage elf = new ElfImage().machine(machine, 0);
    for (String library : needed) {
      elf.needed(library);
    }
    return elf.image().u8(EI_OSABI, osAbi).bytes();
  }

  /** An x86_64 ELF library that needs a version of a library. */
  public static byte[] versioned(String library, String version) {
    return new ElfImage().needed(library).versions(library, version).image().bytes();
  }

  /**
   * A library with thread-local storage of a fixed place, and with a stack that may be executed.
   */
  public static byte[] staticTls() {
    return new ElfImage()
        .segment(ElfSegment.PT_TLS, 0, 0, 8)
        .segmentFlags(4, 16, 8)
        .segment(ElfSegment.PT_GNU_STACK, 0, 0, 0)
        .segmentFlags(7, 0, 0)
        .entry(30, 0x10)
        .image()
        .bytes();
  }

  /** A library for macOS, with a slice for each of Apple's processors. */
  public static byte[] universal() {
    return MachOImage.universal(
            false, new long[] {X86_64, ARM64}, macho(X86_64, 6, 1), macho(ARM64, 6, 1))
        .bytes();
  }

  /** A library for the iPhone. */
  public static byte[] iphone() {
    return macho(ARM64, 6, 2);
  }

  /** The debug symbols of a library for macOS. */
  public static byte[] debugSymbols() {
    return macho(ARM64, 10, 1);
  }

  private static byte[] macho(long cpuType, int fileType, long platform) {
    return new MachOImage(true, Endianness.LITTLE, cpuType, fileType)
        .command(LC_BUILD_VERSION, platform, 0x000b_0000, 0x000c_0000, 0)
        .bytes();
  }
}
