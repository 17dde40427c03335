package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachOReaderTest {

  private static final long ARM64 = 0x0100_000cL;

  @ParameterizedTest
  @CsvSource({
    "false, LITTLE, 0x7, x86",
    "true, LITTLE, 0x1000007, x86_64",
    "false, LITTLE, 0xc, arm",
    "true, LITTLE, 0x100000c, aarch64",
    "false, LITTLE, 0x200000c, aarch64",
    "false, BIG, 0x12, powerpc",
    "true, BIG, 0x1000012, powerpc64",
    "true, LITTLE, 0x6, unknown(0x6)"
  })
  void readsBothWidthsInBothByteOrders(
      boolean wide, Endianness endianness, String cpuType, String architecture) throws Exception {
    Inspection inspection =
        new MachOImage(wide, endianness, Long.decode(cpuType), 2)
            .path(0xe, 12, "/usr/lib/dyld")
            .dylib(0xc, "/usr/lib/libSystem.B.dylib")
            .image()
            .inspect();

    assertThat(inspection.architecture()).isEqualTo(architecture);
    assertThat(inspection.bits()).isEqualTo(wide ? 64 : 32);
    assertThat(inspection.endianness()).isEqualTo(endianness);
    assertThat(inspection.interpreter()).contains("/usr/lib/dyld");
    assertThat(inspection.needed()).containsExactly("/usr/lib/libSystem.B.dylib");
  }

  @ParameterizedTest
  @CsvSource({
    "1, OBJECT, STATIC",
    "2, EXECUTABLE, STATIC",
    "5, EXECUTABLE, STATIC",
    "6, SHARED_LIBRARY, DYNAMIC",
    "8, SHARED_LIBRARY, DYNAMIC",
    "9, SHARED_LIBRARY, DYNAMIC"
  })
  void tellsKinds(int fileType, FileKind kind, Linkage linkage) throws Exception {
    Inspection inspection =
        new MachOImage(true, Endianness.LITTLE, ARM64, fileType).image().inspect();

    assertThat(inspection.kind()).isEqualTo(kind);
    assertThat(inspection.linkage()).isEqualTo(linkage);
  }

  @Test
  void readsEveryWayToLoadADylib() throws Exception {
    Inspection inspection =
        new MachOImage(true, Endianness.LITTLE, ARM64, 6)
            .dylib(0xd, "@rpath/itself.dylib")
            .dylib(0xc, "plain")
            .dylib(0x8000_0018L, "weak")
            .dylib(0x8000_001fL, "re-exported")
            .dylib(0x20, "lazy")
            .dylib(0x8000_0023L, "upward")
            .path(0x8000_001cL, 12, "@loader_path")
            .dylib(0xc, "plain")
            .image()
            .inspect();

    assertThat(inspection.needed())
        .containsExactly("plain", "weak", "re-exported", "lazy", "upward");
  }

  @Test
  void refusesOtherFileTypes() {
    refuses(
        new MachOImage(true, Endianness.LITTLE, ARM64, 10).image(),
        "file at offset 0xc: Mach-O filetype is 0xa, neither an object, a program nor a library");
  }

  @Test
  void refusesBrokenCommands() {
    refuses(
        program().image().u32(16, 0xffff_ffffL),
        "Mach-O load commands at offset 0x5c: 0x4 bytes do not fit, Mach-O load commands ends at"
            + " 0x58");
    refuses(
        program().image().u32(20, 0xffff_ffffL),
        "Mach-O load commands at offset 0x20: 0xffffffff bytes do not fit, file ends at 0x58");
    refuses(
        program().image().u32(36, 0),
        "Mach-O load commands at offset 0x24: cmdsize is 0, less than the 8 bytes of every"
            + " command");
    refuses(
        program().image().u32(36, 0xffff_fff8L),
        "Mach-O load command at offset 0x20: 0xfffffff8 bytes do not fit, Mach-O load commands"
            + " ends at 0x58");
    refuses(
        program().image().u32(40, 0xffff_ffffL),
        "Mach-O load command at offset 0x10000001f: 0x1 bytes do not fit, Mach-O load command"
            + " ends at 0x58");
    refuses(program().image().u8(56, 0), "Mach-O load command at offset 0x38: its path is empty");
    refuses(
        program().image().text(80, "12345678"),
        "Mach-O load command at offset 0x38: text has no final zero byte within 32 bytes, limit"
            + " 4096");
  }

  private static MachOImage program() {
    return new MachOImage(true, Endianness.LITTLE, ARM64, 2)
        .dylib(0xc, "/usr/lib/libSystem.B.dyli");
  }

  private static void refuses(Image image, String message) {
    assertThatThrownBy(image::inspect)
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }
}
