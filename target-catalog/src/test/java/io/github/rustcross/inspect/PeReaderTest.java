package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeReaderTest {

  private static final int AMD64 = 0x8664;
  private static final int I386 = 0x14c;

  @ParameterizedTest
  @CsvSource({
    "0x14c, false, x86",
    "0x1c0, false, arm",
    "0x1c2, false, arm",
    "0x1c4, false, arm",
    "0x5032, false, riscv32",
    "0x5064, true, riscv64",
    "0x6232, false, loongarch32",
    "0x6264, true, loongarch64",
    "0x8664, true, x86_64",
    "0xa641, true, arm64ec",
    "0xaa64, true, aarch64",
    "0x200, true, unknown(0x200)"
  })
  void namesMachinesAsRustcDoes(String machine, boolean wide, String architecture)
      throws Exception {
    Inspection inspection = new PeImage(wide, Integer.decode(machine)).image().inspect();

    assertThat(inspection.architecture()).isEqualTo(architecture);
    assertThat(inspection.bits()).isEqualTo(wide ? 64 : 32);
    assertThat(inspection.kind()).isEqualTo(FileKind.EXECUTABLE);
    assertThat(inspection.linkage()).isEqualTo(Linkage.STATIC);
  }

  @Test
  void readsImportsAndDelayedImports() throws Exception {
    PeImage pe =
        new PeImage(true, AMD64)
            .imports("KERNEL32.dll")
            .imports("ntdll.dll")
            .imports("KERNEL32.dll")
            .delayImports("USER32.dll", 1, 0);

    assertThat(pe.image().inspect().needed())
        .containsExactly("KERNEL32.dll", "ntdll.dll", "USER32.dll");
  }

  @Test
  void readsDelayedImportsWithAbsoluteAddresses() throws Exception {
    PeImage pe = new PeImage(false, I386).delayImports("USER32.dll", 0, 0x40_0000);

    Inspection inspection = pe.image().inspect();

    assertThat(inspection.needed()).containsExactly("USER32.dll");
    assertThat(inspection.linkage()).isEqualTo(Linkage.DYNAMIC);
  }

  @Test
  void readsTablesInTheHeaders() throws Exception {
    PeImage pe = new PeImage(true, AMD64);
    pe.image().u32(pe.directory(1), 4).u32(4 + 12, 0x30).text(0x30, "a.dll");

    assertThat(pe.image().inspect().needed()).containsExactly("a.dll");
  }

  @Test
  void takesADllWithoutImportsForDynamic() throws Exception {
    Inspection inspection = new PeImage(true, AMD64).dll().image().inspect();

    assertThat(inspection.kind()).isEqualTo(FileKind.SHARED_LIBRARY);
    assertThat(inspection.linkage()).isEqualTo(Linkage.DYNAMIC);
  }

  @Test
  void readsNoMoreDirectoriesThanThereAre() throws Exception {
    PeImage pe = new PeImage(true, AMD64).imports("a.dll").delayImports("b.dll", 1, 0);

    assertThat(pe.image().u32(PeImage.OPTIONAL_AT + 108, 13).inspect().needed())
        .containsExactly("a.dll");
    assertThat(pe.image().u32(PeImage.OPTIONAL_AT + 108, 1).inspect().needed()).isEmpty();
    assertThat(pe.image().u32(PeImage.OPTIONAL_AT + 108, -1).inspect().needed())
        .containsExactly("a.dll", "b.dll");
  }

  @Test
  void refusesBrokenHeaders() {
    refuses(
        new PeImage(true, AMD64).image().u32(0x3c, 0xffff_ffffL),
        "PE header at the DOS header's e_lfanew at offset 0xffffffff: 0x18 bytes do not fit, file"
            + " ends at 0x1000");
    refuses(
        new PeImage(true, AMD64).image().u8(PeImage.PE_AT, 'N', 'E'),
        "PE header at the DOS header's e_lfanew at offset 0x80: has no signature \"PE\\0\\0\", so"
            + " this is a DOS or 16-bit program");
    refuses(
        new PeImage(true, AMD64).image().u16(PeImage.OPTIONAL_AT, 0x107),
        "PE optional header at offset 0x98: magic number is 0x107, neither 0x10b nor 0x20b");
    refuses(
        new PeImage(true, AMD64).image().u16(PeImage.PE_AT + 6, 0xffff),
        "PE section headers at offset 0x188: 0x27ffd8 bytes do not fit, file ends at 0x1000");
    refuses(
        new PeImage(true, AMD64).image().u16(PeImage.PE_AT + 20, 100),
        "PE optional header at offset 0x104: 0x4 bytes do not fit, PE optional header ends at"
            + " 0xfc");
    refuses(
        Image.little(new byte[] {'M', 'Z'}),
        "DOS header at offset 0x0: 0x40 bytes do not fit, file ends at 0x2");
  }

  @Test
  void refusesImportsThatLeadNowhere() {
    PeImage pe = new PeImage(true, AMD64).imports("a.dll");

    refuses(
        pe.image().u32(PeImage.IMPORTS_AT + 12, 0xffff_fff0L),
        "file at offset 0x0: PE imported DLL name is at address 0xfffffff0, in no section");
    refuses(
        pe.image().u32(PeImage.IMPORTS_AT + 12, PeImage.address(PeImage.SIZE - 2)),
        "PE imported DLL name at offset 0xffe: is empty");
    refuses(
        pe.image().u32(pe.directory(1), 0x9000),
        "file at offset 0x0: PE import directory is at address 0x9000, in no section");
    refuses(
        pe.image()
            .u32(pe.directory(1), PeImage.address(PeImage.IMPORTS_AT))
            .u32(pe.sectionHeader() + 20, 0xffff_fe00L),
        "PE section data at offset 0xfffffe00: 0xe00 bytes do not fit, file ends at 0x1000");
  }

  @Test
  void refusesImportsWithoutEnd() {
    PeImage pe = new PeImage(true, AMD64).imports("a.dll");
    int name = PeImage.address(PeImage.NAMES_AT);
    Image image = pe.image().u8(0x1ffff, 0);
    for (int at = PeImage.SIZE; at < 0x20000; at += 4) {
      image.u32(at, name);
    }
    image.u32(pe.sectionHeader() + 16, 0x20000 - PeImage.SECTION_AT);
    image.u32(pe.directory(1), PeImage.address(PeImage.SIZE));

    refuses(image, "PE import directory at offset 0x15000: more than 4096 imported DLLs");

    image.u32(pe.sectionHeader() + 16, 0x8000 - PeImage.SECTION_AT);
    refuses(
        image,
        "PE import directory at offset 0x8000: 0x4 bytes do not fit, PE import directory ends at"
            + " 0x8000");
  }

  private static void refuses(Image image, String message) {
    assertThatThrownBy(image::inspect)
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }
}
