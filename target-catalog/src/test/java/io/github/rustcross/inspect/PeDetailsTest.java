package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeDetailsTest {

  private static final int AMD64 = 0x8664;
  private static final int I386 = 0x14c;
  private static final int FUNCTIONS_AT = 0xa00;
  private static final int HINTS_AT = 0xb00;
  private static final int EXPORTS_AT = 0xc00;

  @Test
  void tellsExportsWithAndWithoutNamesAndForwarders() throws Exception {
    PeDetails details = Fixtures.details(PeDetails.class, "pe-x86_64-exports.dll");

    assertThat(details.exportName()).contains("named.dll");
    assertThat(details.exports())
        .containsExactly(
            new PeExport(Optional.of("forwarded"), 9, Optional.of("KERNEL32.GetTickCount")),
            new PeExport(Optional.of("ticks"), 5, Optional.empty()),
            new PeExport(Optional.empty(), 7, Optional.empty()));
    assertThat(details.imports())
        .containsExactly(
            new PeImport(
                "KERNEL32.dll", false, List.of(new PeFunction(Optional.of("GetTickCount"), 799))));
  }

  @Test
  void tellsTheHeaders() throws Exception {
    PeDetails details = Fixtures.details(PeDetails.class, "pe-x86_64-delay.exe");

    assertThat(details.machine()).isEqualTo(AMD64);
    assertThat(details.characteristics()).isEqualTo(0x22);
    assertThat(details.library()).isFalse();
    assertThat(details.subsystem()).isEqualTo(3);
    assertThat(details.operatingSystem()).hasToString("6.0");
    assertThat(details.subsystemVersion()).hasToString("6.0");
    assertThat(details.hardening().dynamicBase()).isTrue();
    assertThat(details.hardening().highEntropy()).isTrue();
    assertThat(details.hardening().noExecute()).isTrue();
    assertThat(details.hardening().controlFlowGuard()).isFalse();
    assertThat(details.sections()).containsExactly(".text", ".rdata", ".data", ".pdata", ".reloc");
    assertThat(details.threadStorage()).isFalse();
    assertThat(details.certificates()).isFalse();
    assertThat(details.debugFile()).isEmpty();
  }

  @Test
  void tellsFunctionsThatAreLoadedLate() throws Exception {
    assertThat(Fixtures.details(PeDetails.class, "pe-x86_64-delay.exe").imports())
        .containsExactly(
            imported("KERNEL32.dll", false, "ExitProcess"),
            imported("USER32.dll", true, "MessageBeep"));
  }

  @Test
  void readsDelayedFunctionsWithAbsoluteAddresses() throws Exception {
    int base = 0x40_0000;
    Image image = new PeImage(false, I386).delayImports("old.dll", 0, base).image();
    image.u32(PeImage.DELAYED_AT + 16, base + PeImage.address(FUNCTIONS_AT));
    image.u32(FUNCTIONS_AT, base + PeImage.address(HINTS_AT)).text(HINTS_AT + 2, "run");

    assertThat(details(image).imports()).containsExactly(imported("old.dll", true, "run"));
  }

  @Test
  void readsFunctionsByOrdinalInBothWidths() throws Exception {
    Image narrow = new PeImage(false, I386).imports("a.dll").image();
    narrow.u32(PeImage.IMPORTS_AT + 16, PeImage.address(FUNCTIONS_AT));
    narrow.u32(FUNCTIONS_AT, 0x8000_0011L);
    Image wide = new PeImage(true, AMD64).imports("a.dll").image();
    wide.u32(PeImage.IMPORTS_AT, PeImage.address(FUNCTIONS_AT));
    wide.u64(FUNCTIONS_AT, 0x8000_0000_0000_0011L);

    PeImport expected = new PeImport("a.dll", false, List.of(new PeFunction(Optional.empty(), 17)));
    assertThat(details(narrow).imports()).containsExactly(expected);
    assertThat(details(wide).imports()).containsExactly(expected);
  }

  @Test
  void findsDirectories() throws Exception {
    PeImage pe = new PeImage(true, AMD64).dll();
    Image image = pe.image();
    image.u32(pe.directory(9), PeImage.address(0x900)).u32(pe.directory(4), 0xf00);
    image.u32(pe.directory(4) + 4, 8);
    int record = 0x940;
    image.u32(pe.directory(6), PeImage.address(0x900)).u32(pe.directory(6) + 4, 28);
    image.u32(0x900 + 12, 2).u32(0x900 + 16, 64).u32(0x900 + 24, record);
    image.text(record, "RSDS").text(record + 24, "C:\\build\\a.pdb");

    PeDetails details = details(image);

    assertThat(details.library()).isTrue();
    assertThat(details.threadStorage()).isTrue();
    assertThat(details.certificates()).isTrue();
    assertThat(details.debugFile()).contains("C:\\build\\a.pdb");
  }

  @Test
  void findsLongNamesOfSections() throws Exception {
    PeImage pe = new PeImage(true, AMD64);
    Image image = pe.image();
    image.raw(pe.sectionHeader(), new byte[8]).text(pe.sectionHeader(), "/4");
    image.u32(PeImage.PE_AT + 12, 0xd00).u32(PeImage.PE_AT + 16, 2);
    image.text(0xd00 + 36 + 4, ".debug_info");

    assertThat(details(image).sections()).containsExactly(".debug_info");
    assertThat(details(image).debugInfo()).isTrue();
  }

  @Test
  void refusesBrokenExports() {
    PeImage pe = new PeImage(true, AMD64);
    Image image = pe.image();
    image.u32(pe.directory(0), PeImage.address(EXPORTS_AT)).u32(pe.directory(0) + 4, 0x100);

    refuses(
        image.u32(EXPORTS_AT + 20, 1L << 31),
        "PE export directory at offset 0xc14: 2147483648 exports with 0 names, more than 1048576");
    refuses(
        image.u32(EXPORTS_AT + 20, 0x1000).u32(EXPORTS_AT + 28, PeImage.address(0xd00)),
        "PE export address table at offset 0xd00: 0x4000 bytes do not fit, PE export address table"
            + " ends at 0x1000");
    refuses(
        image
            .u32(EXPORTS_AT + 20, 1)
            .u32(EXPORTS_AT + 24, 1)
            .u32(EXPORTS_AT + 32, PeImage.address(0xd10))
            .u32(EXPORTS_AT + 36, PeImage.address(0xd20))
            .u32(0xd10, PeImage.address(0xd30))
            .u16(0xd20, 3),
        "PE export address table at offset 0xd0c: 0x4 bytes do not fit, PE export address table"
            + " ends at 0xd04");
  }

  @Test
  void refusesFunctionsWithoutEnd() {
    Image image = new PeImage(true, AMD64).imports("a.dll").image();
    image.u32(PeImage.IMPORTS_AT, PeImage.address(0xff0)).u64(0xff0, 1L << 63).u64(0xff8, 1L << 63);

    refuses(
        image,
        "PE import lookup table at offset 0x1000: 0x8 bytes do not fit, PE import lookup table ends"
            + " at 0x1000");
  }

  @Test
  void tellsObjectsFromImportRecords() throws Exception {
    byte[] record = {0, 0, (byte) 0xff, (byte) 0xff, 0, 0, 0x64, (byte) 0x86};
    byte[] whole = Arrays.copyOf(record, 40);

    assertThat(BinaryInspector.details(ByteSource.of(whole)))
        .isEqualTo(new CoffDetails(AMD64, true));
  }

  private static PeDetails details(Image image) throws Exception {
    return (PeDetails) BinaryInspector.details(image.source());
  }

  private static PeImport imported(String library, boolean delayed, String function) {
    return new PeImport(library, delayed, List.of(new PeFunction(Optional.of(function), 0)));
  }

  private static void refuses(Image image, String message) {
    assertThatThrownBy(() -> details(image))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }
}
