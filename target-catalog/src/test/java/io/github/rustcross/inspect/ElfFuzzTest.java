package io.github.rustcross.inspect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** ELF files of any content. */
@Timeout(20)
class ElfFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.concat(
        FuzzTarget.seeds("elf-"),
        Stream.of(
            image(true, Endianness.LITTLE),
            image(true, Endianness.BIG),
            image(false, Endianness.LITTLE),
            image(false, Endianness.BIG)));
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] bytes) {
    FuzzTarget.read(bytes);
  }

  private static byte[] image(boolean wide, Endianness endianness) {
    return new ElfImage(wide, endianness)
        .interpreter("/lib/ld.so")
        .segment(ElfSegment.PT_NOTE, 0x300, 0x10300, 0x40)
        .segment(ElfSegment.PT_TLS, 0, 0, 8)
        .segment(ElfSegment.PT_GNU_STACK, 0, 0, 0)
        .needed("libc.so.6")
        .versions("libc.so.6", "GLIBC_2.17", "GLIBC_2.2.5")
        .text(29, "/opt/lib:$ORIGIN")
        .entry(6, ElfImage.ADDRESS + 0xa00)
        .entry(4, ElfImage.ADDRESS + 0x900)
        .image()
        .u32(0x900, 1)
        .u32(0x904, 4)
        .u32(0xa00 + (wide ? 24 : 16), 1)
        .u8(0xa00 + 28, 0x12)
        .bytes();
  }
}
