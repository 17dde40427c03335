package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachODetailsTest {

  private static final long X86_64 = 0x0100_0007L;
  private static final long ARM64 = 0x0100_000cL;
  private static final int DYLIB = 6;
  private static final int SIGNATURE_AT = 16480;

  @Test
  void tellsALibrary() throws Exception {
    MachODetails details = Fixtures.details(MachODetails.class, "macho-arm64.dylib");

    assertThat(details.cpuType()).isEqualTo(ARM64);
    assertThat(details.cpuSubtype()).isZero();
    assertThat(details.fileType()).isEqualTo(DYLIB);
    assertThat(details.twoLevel()).isTrue();
    assertThat(details.positionIndependent()).isFalse();
    assertThat(details.platforms())
        .containsExactly(
            new MachOPlatform(1, new BinaryVersion(11, 0, 0), new BinaryVersion(11, 0, 0)));
    assertThat(details.platforms().get(0).name()).isEqualTo("macos");
    assertThat(details.dylibs())
        .containsExactly(
            new MachODylib(
                MachODylib.Kind.LOAD,
                "/usr/lib/libSystem.B.dylib",
                new BinaryVersion(1, 0, 0),
                new BinaryVersion(1, 0, 0)));
    assertThat(details.installName()).contains("@rpath/libtwice.dylib");
    assertThat(details.uuid()).contains("4c4c442155553144a19d5505dfcd0f19");
    assertThat(details.symbols()).isEqualTo(symbols("_twice"));
    assertThat(details.symbols().exports()).containsExactly("_twice");
  }

  @Test
  void tellsAProgram() throws Exception {
    MachODetails details = Fixtures.details(MachODetails.class, "macho-x86_64");

    assertThat(details.positionIndependent()).isTrue();
    assertThat(details.cpuSubtype()).isEqualTo(3);
    assertThat(details.cpuCapabilities()).isEqualTo(0x80);
    assertThat(details.installName()).isEmpty();
    assertThat(details.signature()).isEmpty();
    assertThat(details.symbols().exports()).containsExactly("_main", "__mh_execute_header");
  }

  @ParameterizedTest
  @CsvSource({"true, LITTLE", "true, BIG", "false, LITTLE", "false, BIG"})
  void readsCommandsInBothWidthsAndByteOrders(boolean wide, Endianness endianness)
      throws Exception {
    Image image =
        new MachOImage(wide, endianness, ARM64, DYLIB)
            .dylib(0x8000_0018L, "weak.dylib")
            .dylib(0x8000_001fL, "again.dylib")
            .dylib(0x20, "lazy.dylib")
            .dylib(0x8000_0023L, "up.dylib")
            .path(0x8000_001cL, 12, "@loader_path/..")
            .command(0x25, 0x000c_0301, 0x0010_0000)
            .command(0x32, 6, 0x000e_0000, 0, 0)
            .image();
    image.u32((wide ? 32 : 28) + 16, 0x0001_0203).u32((wide ? 32 : 28) + 20, 0x0001_0000);

    MachODetails details = (MachODetails) BinaryInspector.details(image.source());

    assertThat(details.dylibs())
        .extracting(dylib -> dylib.kind().id() + " " + dylib.path())
        .containsExactly(
            "weak weak.dylib", "reexport again.dylib", "lazy lazy.dylib", "upward up.dylib");
    assertThat(details.dylibs().get(0).current()).hasToString("1.2.3");
    assertThat(details.dylibs().get(0).compatibility()).hasToString("1.0");
    assertThat(details.runPaths()).containsExactly("@loader_path/..");
    assertThat(details.platforms())
        .extracting(platform -> platform.name() + " " + platform.minimum() + " " + platform.sdk())
        .containsExactly("ios 12.3.1 16.0", "mac-catalyst 14.0 0.0");
  }

  @Test
  void readsTheSignatureALinkerMade() throws Exception {
    MachOSignature signature =
        Fixtures.details(MachODetails.class, "macho-arm64.dylib").signature().orElseThrow();

    assertThat(signature.offset()).isEqualTo(SIGNATURE_AT);
    assertThat(signature.cms()).isFalse();
    assertThat(signature.directories())
        .singleElement()
        .satisfies(
            directory -> {
              assertThat(directory.adHoc()).isTrue();
              assertThat(directory.linkerSigned()).isTrue();
              assertThat(directory.hardenedRuntime()).isFalse();
              assertThat(directory.identifier()).isEqualTo("libtwice.dylib");
              assertThat(directory.team()).isEmpty();
              assertThat(directory.hashType()).isEqualTo(2);
              assertThat(directory.hashBytes()).isEqualTo(32);
              assertThat(directory.pageBytes()).isEqualTo(4096);
              assertThat(directory.pages()).isEqualTo(5);
              assertThat(directory.codeBytes()).isEqualTo(SIGNATURE_AT);
            });
  }

  @Test
  void findsPagesThatChangedAfterTheyWereSigned() throws Exception {
    Image image = Image.little(Fixtures.bytes("macho-arm64.dylib"));

    assertThat(checks(image))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.outcome()).isEqualTo(MachOPageCheck.Outcome.RIGHT);
              assertThat(check.wrongPages()).isEmpty();
            });
    assertThat(checks(image.u8(4096 + 100, 1).u8(SIGNATURE_AT - 1, 1)))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.outcome()).isEqualTo(MachOPageCheck.Outcome.WRONG);
              assertThat(check.wrongPages()).containsExactly(1L, 4L);
              assertThat(check.wrong()).isEqualTo(2);
            });
  }

  @Test
  void findsHashesThatCoverTooLittleOrAreUnknown() throws Exception {
    byte[] signed = Fixtures.bytes("macho-arm64.dylib");
    int directory = SIGNATURE_AT + 24;

    // Numbers of signatures are big-endian.
    assertThat(checks(Image.big(signed).u32(directory + 32, SIGNATURE_AT - 1)))
        .extracting(MachOPageCheck::outcome)
        .containsExactly(MachOPageCheck.Outcome.INCOMPLETE);
    assertThat(checks(Image.big(signed).u32(directory + 28, 4)))
        .extracting(MachOPageCheck::outcome)
        .containsExactly(MachOPageCheck.Outcome.INCOMPLETE);
    assertThat(checks(Image.big(signed).u8(directory + 37, 9)))
        .extracting(MachOPageCheck::outcome)
        .containsExactly(MachOPageCheck.Outcome.UNKNOWN_HASH);
    assertThat(checks(Image.big(signed).u8(directory + 39, 0).u32(directory + 28, 1)))
        .extracting(MachOPageCheck::outcome)
        .containsExactly(MachOPageCheck.Outcome.WRONG);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void tellsEverySliceOfAUniversalFile(boolean wide) throws Exception {
    byte[] signed = Fixtures.bytes("macho-arm64.dylib");
    Image image =
        MachOImage.universal(
            wide,
            new long[] {X86_64, ARM64},
            Fixtures.bytes("macho-x86_64.dylib"),
            Image.little(signed).u8(0x800, 1).bytes());

    UniversalDetails details = (UniversalDetails) BinaryInspector.details(image.source());

    assertThat(details.slices()).extracting(UniversalSlice::cpuType).containsExactly(X86_64, ARM64);
    assertThat(details.slices().get(0).details())
        .isInstanceOfSatisfying(
            MachODetails.class, slice -> assertThat(slice.symbols()).isEqualTo(symbols("_twice")));
    assertThat(BinaryInspector.pageChecks(image.source(), details))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.slice()).isEqualTo(1);
              assertThat(check.wrongPages()).containsExactly(0L);
            });
    assertThat(details.regions()).hasSize(4);
    assertThat(details.regions().get(3).offset())
        .isEqualTo(details.slices().get(1).offset() + 16384);
  }

  @Test
  void refusesTriesThatAreNone() {
    refusesTrie("Mach-O export trie at offset 0x48: the node is reached twice", 0, 1, 'a', 0, 0);
    refusesTrie("Mach-O export trie at offset 0x48: has no node at 0x40", 0, 1, 'a', 0, 0x40);
    refusesTrie(
        "export at offset 0x49: 0x7f bytes do not fit, Mach-O export trie ends at 0x4d",
        0x7f,
        1,
        'a',
        0,
        0);
  }

  @Test
  void refusesTablesThatAreThereTwice() {
    Image image =
        new MachOImage(true, Endianness.LITTLE, ARM64, DYLIB)
            .command(2, 0, 0, 0, 0)
            .command(2, 0, 0, 0, 0)
            .image();

    assertThatThrownBy(() -> BinaryInspector.details(image.source()))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage("Mach-O load command at offset 0x38: is there twice");
  }

  @Test
  void refusesBrokenSignatures() {
    byte[] signed = Fixtures.bytes("macho-arm64.dylib");
    refuses(
        Image.big(signed).u32(SIGNATURE_AT, 1),
        "Mach-O code signature at offset 0x4060: magic number is 0x1, not 0xfade0cc0");
    refuses(
        Image.big(signed).u32(SIGNATURE_AT + 8, 0x1000_0000),
        "Mach-O code signature index at offset 0x406c: 0x80000000 bytes do not fit, Mach-O code"
            + " signature ends at 0x4180");
    refuses(
        Image.big(signed).u8(SIGNATURE_AT + 24 + 39, 40),
        "Mach-O code directory at offset 0x409f: a page has 2 to the power of 40 bytes");
    refuses(
        Image.big(signed).u32(SIGNATURE_AT + 24 + 28, 0x7fff_ffff),
        "Mach-O page hashes at offset 0x40e0: 0xfffffffe0 bytes do not fit, Mach-O signature blob"
            + " ends at 0x4180");
  }

  private static MachOSymbols symbols(String name) {
    return new MachOSymbols(List.of(name), List.of(name), true);
  }

  private static List<MachOPageCheck> checks(Image image) throws Exception {
    return BinaryInspector.pageChecks(image.source(), BinaryInspector.details(image.source()));
  }

  private static void refusesTrie(String message, int... trie) {
    MachOImage macho =
        new MachOImage(true, Endianness.LITTLE, ARM64, DYLIB)
            .command(0x8000_0033L, 0x48, trie.length);
    refuses(macho.image().u8(0x48, trie), message);
  }

  private static void refuses(Image image, String message) {
    assertThatThrownBy(() -> BinaryInspector.details(image.source()))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }
}
