package io.github.rustcross.inspect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Mach-O files, thin and universal, of any content. */
@Timeout(20)
class MachOFuzzTest {

  static Stream<byte[]> seeds() {
    long arm64 = 0x0100_000cL;
    byte[] wide = image(true, Endianness.LITTLE, arm64);
    byte[] narrow = image(false, Endianness.BIG, 0x12);
    return Stream.concat(
        FuzzTarget.seeds("macho-"),
        Stream.of(
            wide,
            narrow,
            MachOImage.universal(false, new long[] {0x12, arm64}, narrow, wide).bytes(),
            MachOImage.universal(true, new long[] {0x12, arm64}, narrow, wide).bytes()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] bytes) {
    FuzzTarget.read(bytes);
  }

  private static byte[] image(boolean wide, Endianness endianness, long cpuType) {
    MachOImage macho =
        new MachOImage(wide, endianness, cpuType, 6)
            .dylib(0xc, "/usr/lib/a.dylib")
            .dylib(0xd, "b.dylib")
            .path(0x8000_001cL, 12, "@loader_path")
            .command(0x32, 1, 0x000b_0000, 0x000c_0000, 0)
            .command(2, 0x180, 1, 0x1a0, 8)
            .command(0x8000_0033L, 0x1b0, 10);
    macho
        .image()
        .u32(0x180, 1)
        .u8(0x184, 0xf)
        .text(0x1a1, "_a")
        .u8(0x1b0, 0, 1, '_', 'a', 0, 6, 2, 0);
    return macho.image().u8(0x1b9, 0).bytes();
  }
}
