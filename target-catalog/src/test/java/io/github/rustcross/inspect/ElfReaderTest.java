package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElfReaderTest {

  private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";

  @ParameterizedTest
  @CsvSource({"true, LITTLE", "true, BIG", "false, LITTLE", "false, BIG"})
  void readsBothClassesInBothByteOrders(boolean wide, Endianness endianness) throws Exception {
    Inspection inspection =
        new ElfImage(wide, endianness)
            .interpreter(LOADER)
            .needed("libm.so.6")
            .needed("libc.so.6")
            .needed("libm.so.6")
            .versions("libm.so.6", "GLIBC_2.29")
            .versions("libc.so.6", "GLIBC_2.2.5", "GLIBC_2.4")
            .inspect();

    assertThat(inspection.bits()).isEqualTo(wide ? 64 : 32);
    assertThat(inspection.endianness()).isEqualTo(endianness);
    assertThat(inspection.interpreter()).contains(LOADER);
    assertThat(inspection.needed()).containsExactly("libm.so.6", "libc.so.6");
    assertThat(inspection.glibc()).contains(new GlibcVersion(2, 29));
  }

  @ParameterizedTest
  @CsvSource({
    "2, false, 0, sparc",
    "3, false, 0, x86",
    "4, false, 0, m68k",
    "8, false, 0x70001007, mips",
    "8, false, 0x90001007, mips32r6",
    "8, false, 0x60000027, mips64",
    "8, true, 0x80000007, mips64",
    "8, true, 0xa0000007, mips64r6",
    "18, false, 0, sparc",
    "20, false, 0, powerpc",
    "21, true, 2, powerpc64",
    "22, false, 0, unknown(0x16)",
    "22, true, 0, s390x",
    "40, false, 0x5000400, arm",
    "43, true, 0, sparc64",
    "62, false, 0, x86_64",
    "62, true, 0, x86_64",
    "83, false, 0, avr",
    "94, false, 0, xtensa",
    "105, false, 0, msp430",
    "164, false, 0, hexagon",
    "183, true, 0, aarch64",
    "190, true, 0, nvptx64",
    "224, true, 0, amdgpu",
    "243, false, 5, riscv32",
    "243, true, 5, riscv64",
    "247, true, 0, bpf",
    "252, false, 0, csky",
    "258, false, 0, loongarch32",
    "258, true, 0, loongarch64",
    "50, true, 0, unknown(0x32)"
  })
  void namesMachinesAsRustcDoes(int machine, boolean wide, String flags, String architecture)
      throws Exception {
    Inspection inspection =
        new ElfImage(wide, Endianness.LITTLE).machine(machine, Long.decode(flags)).inspect();

    assertThat(inspection.architecture()).isEqualTo(architecture);
  }

  @Test
  void takesAPieByItsFlag() throws Exception {
    Inspection inspection =
        new ElfImage().entry(ElfDynamic.DT_FLAGS_1, ElfDynamic.DF_1_PIE | 1).inspect();

    assertThat(inspection.kind()).isEqualTo(FileKind.EXECUTABLE);
    assertThat(inspection.linkage()).isEqualTo(Linkage.STATIC);
  }

  @Test
  void takesAnOldPieByItsInterpreter() throws Exception {
    Inspection inspection = new ElfImage().interpreter(LOADER).needed("libc.so.6").inspect();

    assertThat(inspection.kind()).isEqualTo(FileKind.EXECUTABLE);
    assertThat(inspection.linkage()).isEqualTo(Linkage.DYNAMIC);
  }

  @Test
  void takesALibraryWithInterpreterByItsSoname() throws Exception {
    Inspection inspection = new ElfImage().interpreter(LOADER).soname("libc.so.6").inspect();

    assertThat(inspection.kind()).isEqualTo(FileKind.SHARED_LIBRARY);
  }

  @Test
  void takesAPieWithSonameForAProgram() throws Exception {
    Inspection inspection =
        new ElfImage()
            .interpreter(LOADER)
            .soname("program")
            .entry(ElfDynamic.DT_FLAGS_1, ElfDynamic.DF_1_PIE)
            .inspect();

    assertThat(inspection.kind()).isEqualTo(FileKind.EXECUTABLE);
  }

  @Test
  void takesALibraryThatNeedsNothingForDynamic() throws Exception {
    Inspection inspection = new ElfImage().inspect();

    assertThat(inspection.kind()).isEqualTo(FileKind.SHARED_LIBRARY);
    assertThat(inspection.linkage()).isEqualTo(Linkage.DYNAMIC);
    assertThat(inspection.needed()).isEmpty();
  }

  @Test
  void readsAFixedAddressProgramWithoutSegments() throws Exception {
    Image image = Image.little().raw(0, new ElfImage().type(ElfHeader.ET_EXEC).image().bytes());

    Inspection inspection = image.u16(56, 0).inspect();

    assertThat(inspection.kind()).isEqualTo(FileKind.EXECUTABLE);
    assertThat(inspection.linkage()).isEqualTo(Linkage.STATIC);
  }

  @Test
  void readsObjects() throws Exception {
    Inspection inspection = new ElfImage().type(ElfHeader.ET_REL).inspect();

    assertThat(inspection.kind()).isEqualTo(FileKind.OBJECT);
    assertThat(inspection.linkage()).isEqualTo(Linkage.STATIC);
  }

  @Test
  void needsNoSectionHeaders() throws Exception {
    byte[] whole = Fixtures.bytes("elf-x86_64-glibc-pie");
    int sections = (int) ByteSource.of(whole).u64(40, Endianness.LITTLE);
    Image stripped = Image.little(Arrays.copyOf(whole, sections));
    stripped.u64(40, 0).u16(58, 0).u16(60, 0).u16(62, 0);

    assertThat(stripped.inspect()).isEqualTo(Fixtures.inspect(whole));
  }

  @Test
  void takesTheHighestGlibcVersionOnly() throws Exception {
    Inspection inspection =
        new ElfImage()
            .versions("libgcc_s.so.1", "GCC_3.0", "GLIBC_2.99")
            .versions("libc.so.6", "GLIBC_2.9", "GLIBC_2.17", "GLIBC_PRIVATE", "GLIBC_ABI_DT_RELR")
            .versions("libm.so.6", "GLIBC_2.10")
            .inspect();

    assertThat(inspection.glibc()).contains(new GlibcVersion(2, 17));
  }

  @Test
  void findsNoGlibcWhereThereIsNone() throws Exception {
    assertThat(
            new ElfImage()
                .versions("libgcc_s.so.1", "GCC_3.0", "GLIBC_2.0")
                .versions("libc.so.6", "GLIBC_PRIVATE")
                .inspect()
                .glibc())
        .isEmpty();
  }

  @Test
  void refusesBrokenHeaders() {
    refuses(
        new ElfImage().image().u8(4, 3),
        "ELF identification at offset 0x4: EI_CLASS is 3, neither 1 nor 2");
    refuses(
        new ElfImage().image().u8(5, 0),
        "ELF identification at offset 0x5: EI_DATA is 0, neither 1 nor 2");
    refuses(
        new ElfImage().image().u8(6, 2),
        "ELF identification at offset 0x6: EI_VERSION is 2, not 1");
    refuses(
        new ElfImage().type(4).image(),
        "file at offset 0x10: e_type is 4, neither ET_REL (1), ET_EXEC (2) nor ET_DYN (3)");
    refuses(
        new ElfImage().image().u16(54, 55),
        "ELF header at offset 0x36: e_phentsize is 55, a program header has 56");
    refuses(
        new ElfImage().image().u16(56, 0xffff),
        "ELF header at offset 0x38: e_phnum is 0xffff (PN_XNUM), which only core dumps need");
    refuses(
        Image.little(Arrays.copyOf(new ElfImage().image().bytes(), 63)),
        "ELF header at offset 0x0: 0x40 bytes do not fit, file ends at 0x3f");
  }

  @Test
  void refusesOffsetsThatOverflow() {
    refuses(
        new ElfImage().image().u64(32, -8),
        "ELF program headers at offset 0xfffffffffffffff8: 0x70 bytes do not fit, file ends at"
            + " 0xc00");
    refuses(
        new ElfImage().needed("libc.so.6").image().u64(0x40 + 8, -0x400),
        "PT_LOAD segment at offset 0xfffffffffffffc00: 0xc00 bytes do not fit, file ends at"
            + " 0xc00");
    refuses(
        new ElfImage().needed("libc.so.6").image().u64(0x40 + 32, -1),
        "PT_LOAD segment at offset 0x0: 0xffffffffffffffff bytes do not fit, file ends at 0xc00");
    refuses(
        new ElfImage().image().u64(0x40 + 56 + 32, Long.MAX_VALUE),
        "PT_DYNAMIC segment at offset 0x200: 0x7fffffffffffffff bytes do not fit, file ends at"
            + " 0xc00");
  }

  @Test
  void refusesHugeCounts() {
    refuses(
        new ElfImage().image().u16(56, 0xfffe),
        "ELF program headers at offset 0x40: 0x37ff90 bytes do not fit, file ends at 0xc00");
    refuses(
        new ElfImage()
            .versions("libc.so.6", "GLIBC_2.17")
            .entry(ElfDynamic.DT_VERNEEDNUM, -1)
            .image(),
        "ELF version needs at offset 0x800: DT_VERNEEDNUM is 18446744073709551615, more than the"
            + " 4096 allowed");
  }

  @Test
  void refusesMoreDynamicEntriesThanAnyFileHas() {
    int size = 0x40000;
    Image image = new ElfImage().image();
    image.u8(ElfImage.DYNAMIC_AT + size, 0).u64(0x40 + 56 + 32, size);
    for (int at = ElfImage.DYNAMIC_AT; at < ElfImage.DYNAMIC_AT + size; at += 16) {
      image.u64(at, ElfDynamic.DT_NEEDED);
    }

    refuses(image, "PT_DYNAMIC segment at offset 0x20200: has more than 8192 entries");
  }

  @Test
  void refusesMoreVersionsThanAnyFileHas() {
    Image image = new ElfImage().versions("libc.so.6", "GLIBC_2.17").image();
    image.u16(0x802, 0xffff).u64(0x40 + 32, 0x20000).u8(0x1ffff, 0);
    for (int at = 0x810; at < 0x1ffe0; at += 16) {
      image.u32(at + 8, 1).u32(at + 12, 16);
    }

    refuses(image, "ELF version needs at offset 0x10810: more than 4096 needed versions");
  }

  @Test
  void refusesVersionNeedsInARing() {
    ElfImage elf = new ElfImage().versions("libm.so.6", "GLIBC_2.2").versions("libc.so.6", "A");

    refuses(
        elf.image().u32(0x820 + 12, -0x20),
        "ELF version needs at offset 0x100000800: 0x2 bytes do not fit, ELF version needs ends at"
            + " 0xc00");
    refuses(
        elf.image().u32(0x820 + 12, 1),
        "ELF version needs at offset 0x82c: vn_next is 1, less than the 16 bytes of an entry");
    refuses(
        elf.image().u16(0x802, 2).u32(0x81c, 8),
        "ELF version needs at offset 0x81c: vna_next is 8, less than the 16 bytes of an entry");
  }

  @Test
  void refusesBrokenDynamicSegments() {
    refuses(
        new ElfImage().entry(ElfDynamic.DT_NEEDED, 0x500).image(),
        "ELF dynamic string table at offset 0x900: 0x1 bytes do not fit, ELF dynamic string table"
            + " ends at 0x800");
    refuses(
        new ElfImage().needed("libc.so.6").image().u64(ElfImage.DYNAMIC_AT + 24, -1),
        "ELF dynamic string table at offset 0x400: 0xffffffffffffffff bytes do not fit, ELF"
            + " dynamic string table ends at 0xc00");
    refuses(
        new ElfImage().needed("libc.so.6").image().u64(ElfImage.DYNAMIC_AT + 8, 0x20000),
        "file at offset 0x0: ELF dynamic string table is at address 0x20000, in no PT_LOAD");
    refuses(
        new ElfImage().needed("libc.so.6").image().u64(ElfImage.DYNAMIC_AT, 6),
        "PT_DYNAMIC segment at offset 0x200: has no entry with the tag 0x5");
    refuses(
        new ElfImage().interpreter("").image(),
        "PT_INTERP segment at offset 0x180: names no interpreter");
    refuses(
        new ElfImage().versions("libc.so.6", "GLIBC_2.17").image().u16(0x800, 2),
        "ELF version needs at offset 0x800: vn_version is 2, not 1");
  }

  @Test
  void refusesTextWithoutEnd() {
    Image image = new ElfImage().needed("libc.so.6").image();
    image.raw(ElfImage.STRINGS_AT, new byte[0x400]);
    for (int i = 0; i < 0x400; i++) {
      image.u8(ElfImage.STRINGS_AT + i, 'a');
    }

    refuses(
        image,
        "ELF dynamic string table at offset 0x401: text has no final zero byte within 1023 bytes,"
            + " limit 4096");
  }

  private static void refuses(Image image, String message) {
    assertThatThrownBy(image::inspect)
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }
}
