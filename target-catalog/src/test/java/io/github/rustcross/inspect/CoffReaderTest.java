package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CoffReaderTest {

  private static final int AMD64 = 0x8664;

  @Test
  void readsObjects() throws Exception {
    Inspection inspection = object().inspect();

    assertThat(inspection.format()).isEqualTo(BinaryFormat.PE);
    assertThat(inspection.kind()).isEqualTo(FileKind.OBJECT);
    assertThat(inspection.architecture()).isEqualTo("x86_64");
    assertThat(inspection.bits()).isEqualTo(64);
    assertThat(inspection.linkage()).isEqualTo(Linkage.STATIC);
  }

  @Test
  void readsShortImportsAndBigObjects() throws Exception {
    Image anonymous = Image.little().u16(2, 0xffff).u16(6, 0xa641).u8(59, 0);

    assertThat(anonymous.u16(4, 0).inspect().architecture()).isEqualTo("arm64ec");
    assertThat(anonymous.u16(4, 2).inspect().architecture()).isEqualTo("arm64ec");
  }

  @Test
  void takesNoOtherFileForAnObject() {
    refuses(object().u16(0, 0x8665));
    refuses(object().u16(2, 0xffff));
    refuses(object().u32(8, 0xffff_ffffL));
    refuses(object().u16(16, 240));
    refuses(Image.little().u16(0, AMD64));
    refuses(Image.little().u16(2, 0xffff).u16(6, 0x1234).u8(59, 0));
  }

  private static Image object() {
    return Image.little().u16(0, AMD64).u16(2, 1).u32(8, 60).u8(59, 0);
  }

  private static void refuses(Image image) {
    assertThatThrownBy(image::inspect)
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageStartingWith(
            "file at offset 0x0: is not an ELF, PE, COFF, Mach-O, WebAssembly or ar file");
  }
}
