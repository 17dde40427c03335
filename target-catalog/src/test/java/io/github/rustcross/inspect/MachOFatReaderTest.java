package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachOFatReaderTest {

  private static final long X86_64 = 0x0100_0007L;
  private static final long ARM64 = 0x0100_000cL;
  private static final long[] BOTH = {X86_64, ARM64};

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsUniversalPrograms(boolean wide) throws Exception {
    Inspection inspection =
        MachOImage.universal(
                wide, BOTH, Fixtures.bytes("macho-x86_64"), Fixtures.bytes("macho-arm64"))
            .inspect();

    assertThat(inspection.format()).isEqualTo(BinaryFormat.MACH_O);
    assertThat(inspection.kind()).isEqualTo(FileKind.EXECUTABLE);
    assertThat(inspection.architecture()).isEqualTo("universal");
    assertThat(inspection.bits()).isEqualTo(64);
    assertThat(inspection.linkage()).isEqualTo(Linkage.DYNAMIC);
    assertThat(inspection.interpreter()).contains("/usr/lib/dyld");
    assertThat(inspection.needed()).containsExactly("/usr/lib/libSystem.B.dylib");
    assertThat(inspection.slices())
        .containsExactly(
            Fixtures.inspect(Fixtures.bytes("macho-x86_64")),
            Fixtures.inspect(Fixtures.bytes("macho-arm64")));
  }

  @Test
  void joinsWhatTheSlicesNeed() throws Exception {
    byte[] old = dylib(false, 7).dylib(0xc, "a").dylib(0xc, "b").bytes();
    byte[] young = dylib(true, ARM64).dylib(0xc, "c").dylib(0xc, "a").bytes();

    Inspection inspection =
        MachOImage.universal(false, new long[] {7, ARM64}, old, young).inspect();

    assertThat(inspection.needed()).containsExactly("a", "b", "c");
    assertThat(inspection.bits()).isEqualTo(64);
    assertThat(inspection.slices()).extracting(Inspection::bits).containsExactly(32, 64);
  }

  @Test
  void readsUniversalArchives() throws Exception {
    Inspection inspection =
        MachOImage.universal(false, new long[] {ARM64}, Fixtures.bytes("ar-bsd-macho.a")).inspect();

    assertThat(inspection.kind()).isEqualTo(FileKind.ARCHIVE);
    assertThat(inspection.slices())
        .singleElement()
        .isEqualTo(Fixtures.inspect(Fixtures.bytes("ar-bsd-macho.a")));
  }

  @Test
  void readsSlicesBeyondFourGibibytes() throws Exception {
    long far = 5L << 30;
    byte[] slice = Fixtures.bytes("macho-arm64");
    Image header = MachOImage.universal(true, new long[] {ARM64}, slice).u64(16, far);
    Path file = folder.resolve("huge");
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(header.bytes(), 0, 0x200));
      channel.position(far).write(ByteBuffer.wrap(slice));
    }

    assertThat(BinaryInspector.inspect(file).slices())
        .singleElement()
        .isEqualTo(Fixtures.inspect(slice));
  }

  @Test
  void refusesJavaClasses() {
    refuses(
        Image.big().u32(0, 0xcafe_babeL).u32(4, 61),
        "universal header at offset 0x4: nfat_arch is 61, not 1 to 44; a Java class file, perhaps,"
            + " which begins alike");
  }

  @Test
  void refusesAbsurdCounts() {
    refuses(
        Image.big().u32(0, 0xcafe_babfL).u32(4, 0xffff_ffffL),
        "universal header at offset 0x4: nfat_arch is 4294967295, not 1 to 44; a Java class file,"
            + " perhaps, which begins alike");
    refuses(
        Image.big().u32(0, 0xcafe_babfL).u32(4, 44),
        "universal slice table at offset 0x8: 0x580 bytes do not fit, file ends at 0x8");
  }

  @Test
  void refusesSlicesThatDoNotFit() {
    byte[] slice = dylib(true, ARM64).bytes();

    refuses(
        MachOImage.universal(true, new long[] {ARM64}, slice).u64(16, -16),
        "universal slice 0 at offset 0xfffffffffffffff0: 0x20 bytes do not fit, file ends at"
            + " 0x220");
    refuses(
        MachOImage.universal(true, new long[] {ARM64}, slice).u64(24, Long.MAX_VALUE),
        "universal slice 0 at offset 0x200: 0x7fffffffffffffff bytes do not fit, file ends at"
            + " 0x220");
    refuses(
        MachOImage.universal(false, BOTH, dylib(true, X86_64).bytes(), slice).u32(36, 0x210),
        "universal slice 1 at offset 0x1c: overlaps universal slice 0");
  }

  @Test
  void refusesSlicesThatAreNotWhatTheTablePromises() {
    refuses(
        MachOImage.universal(false, new long[] {X86_64}, dylib(true, ARM64).bytes()),
        "universal slice 0 at offset 0x200: is mach-o for aarch64, where the table promises Mach-O"
            + " for x86_64");
    refuses(
        MachOImage.universal(false, new long[] {X86_64}, new ElfImage().image().bytes()),
        "universal slice 0 at offset 0x200: is elf for x86_64, where the table promises Mach-O for"
            + " x86_64");
    refuses(
        MachOImage.universal(
            false, BOTH, Fixtures.bytes("macho-x86_64"), Fixtures.bytes("macho-arm64.dylib")),
        "file at offset 0x0: universal slices are of different kinds, executable and"
            + " shared-library");
    refuses(
        MachOImage.universal(false, new long[] {X86_64}, new byte[] {1, 2, 3}),
        "universal slice 0: universal slice 0 at offset 0x200: is not an ELF, PE, COFF, Mach-O,"
            + " WebAssembly or ar file: it starts with 01 02 03 (\"...\")");
  }

  @Test
  void refusesUniversalFilesInUniversalFiles() {
    byte[] inner =
        MachOImage.universal(false, new long[] {ARM64}, dylib(true, ARM64).bytes()).bytes();

    refuses(
        MachOImage.universal(false, new long[] {ARM64}, inner),
        "universal slice 0 at offset 0x200: is mach-o for universal, where the table promises"
            + " Mach-O for aarch64");
  }

  private static MachOImage dylib(boolean wide, long cpuType) {
    return new MachOImage(wide, Endianness.LITTLE, cpuType, 6);
  }

  private static void refuses(Image image, String message) {
    assertThatThrownBy(image::inspect)
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }
}
