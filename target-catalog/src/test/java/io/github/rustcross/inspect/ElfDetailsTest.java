package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElfDetailsTest {

  private static final int EM_ARM = 40;

  @Test
  void tellsWhichSymbolsNeedWhichVersion() throws Exception {
    ElfDetails details = Fixtures.details(ElfDetails.class, "elf-x86_64-jni.so");

    assertThat(details.symbols().versions())
        .contains(
            new ElfVersionNeeded("libgcc_s.so.1", "GCC_3.0", false, List.of("_Unwind_Resume")),
            new ElfVersionNeeded(
                "libstdc++.so.6",
                "CXXABI_1.3",
                false,
                List.of(
                    "__cxa_allocate_exception",
                    "__cxa_free_exception",
                    "__gxx_personality_v0",
                    "__cxa_throw")),
            new ElfVersionNeeded(
                "libc.so.6", "GLIBC_2.2.5", false, List.of("__cxa_finalize", "strlen")));
    assertThat(details.symbols().unversioned()).contains("__gmon_start__");
  }

  @Test
  void countsDataCopiedIntoAProgramAsNeeded() throws Exception {
    ElfSymbols symbols = Fixtures.details(ElfDetails.class, "elf-x86_64-private").symbols();

    assertThat(symbols.versions())
        .contains(
            new ElfVersionNeeded("libc.so.6", "GLIBC_ABI_DT_RELR", false, List.of()),
            new ElfVersionNeeded(
                "libc.so.6", "GLIBC_2.32", false, List.of("__libc_single_threaded")));
    assertThat(symbols.exports()).containsExactly("__libc_single_threaded");
  }

  @Test
  void tellsHowALibraryIsLoaded() throws Exception {
    ElfDetails details = Fixtures.details(ElfDetails.class, "elf-x86_64-jni.so");

    assertThat(details.symbols().exports())
        .containsExactly("JNI_OnLoad", "Java_org_example_Native_count");
    assertThat(details.soname()).contains("libjni.so");
    assertThat(details.rpath()).containsExactly("$ORIGIN/lib", "/opt/lib");
    assertThat(details.runpath()).isEmpty();
    assertThat(details.buildId()).contains("0123456789abcdef");
    assertThat(details.identity().type()).isEqualTo(ElfType.DYNAMIC);
    assertThat(details.identity().positionIndependentProgram()).isFalse();
    assertThat(details.hardening())
        .isEqualTo(new ElfHardening(true, true, false, false, ElfStack.EXECUTABLE));
    assertThat(details.threadStorage().size()).hasValue(4);
    assertThat(details.threadStorage().alignment()).isEqualTo(4);
    assertThat(details.threadStorage().fixed()).isTrue();
    assertThat(details.symbolTable()).isFalse();
    assertThat(details.debugInfo()).isFalse();
    assertThat(details.regions()).extracting(FileRegion::name).contains(".rodata", ".dynstr");
  }

  @Test
  void decodesArmFlagsAndAttributes() throws Exception {
    ElfIdentity identity = Fixtures.details(ElfDetails.class, "elf-armv7-glibc-pie").identity();

    assertThat(identity.flags())
        .isEqualTo(new ElfFlags(0x5000400, FloatAbi.HARD, OptionalInt.of(5), List.of()));
    ElfAttributes attributes = identity.attributes().orElseThrow();
    assertThat(attributes.vendor()).isEqualTo("aeabi");
    assertThat(attributes.cpuArchitecture()).hasValue(10);
    assertThat(attributes.cpuProfile()).contains("A");
    assertThat(attributes.floatArchitecture()).hasValue(4);
    assertThat(attributes.vfpArguments()).hasValue(1);
    assertThat(attributes.texts()).containsEntry(5L, "7-A");
    assertThat(identity.positionIndependentProgram()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "40, false, 0x5000200, soft, 5, ''",
        "40, false, 0x5000000, unspecified, 5, ''",
        "40, false, 0x4000400, unspecified, 4, ''",
        "40, false, 0x5800400, hard, 5, be8",
        "243, true, 0x5, double, -, rvc",
        "243, false, 0x8, soft, -, rve",
        "243, true, 0x16, quad, -, tso",
        "8, false, 0x70001407, unspecified, -, 'noreorder pic cpic nan2008 o32 mips32r2'",
        "8, false, 0x60000021, unspecified, -, 'noreorder n32 mips64'",
        "21, true, 0x2, unspecified, 2, ''",
        "21, true, 0x0, unspecified, -, ''",
        "258, true, 0x43, double, 1, ''",
        "62, true, 0x0, unspecified, -, ''"
      })
  void decodesFlags(
      int machine, boolean wide, String flags, String floats, Integer version, String words)
      throws Exception {
    long raw = Long.decode(flags);
    ElfFlags decoded =
        new ElfImage(wide, Endianness.LITTLE).machine(machine, raw).details().identity().flags();

    assertThat(decoded.raw()).isEqualTo(raw);
    assertThat(decoded.floatAbi().id()).isEqualTo(floats);
    assertThat(decoded.abiVersion())
        .isEqualTo(version == null ? OptionalInt.empty() : OptionalInt.of(version));
    assertThat(String.join(" ", decoded.words())).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"true, LITTLE", "true, BIG", "false, LITTLE", "false, BIG"})
  void readsProtectionInBothClassesAndByteOrders(boolean wide, Endianness endianness)
      throws Exception {
    ElfDetails details =
        new ElfImage(wide, endianness)
            .segmentFlags(6, 0, 1)
            .segment(ElfSegment.PT_LOAD, 0, 0x900000, 16)
            .segmentFlags(7, 16, 1)
            .segment(ElfSegment.PT_GNU_STACK, 0, 0, 0)
            .segmentFlags(6, 0, 16)
            .segment(ElfSegment.PT_TLS, 0, 0, 0)
            .segmentFlags(4, 0x123, 64)
            .text(29, "/a::$ORIGIN")
            .entry(30, 0x14)
            .entry(ElfDynamic.DT_FLAGS_1, 1)
            .details();

    assertThat(details.runpath()).containsExactly("/a", "", "$ORIGIN");
    assertThat(details.hardening())
        .isEqualTo(new ElfHardening(false, true, true, true, ElfStack.NOT_EXECUTABLE));
    assertThat(details.threadStorage().size()).hasValue(0x123);
    assertThat(details.threadStorage().alignment()).isEqualTo(64);
    assertThat(details.threadStorage().fixed()).isTrue();
    assertThat(details.regions()).extracting(FileRegion::name).containsOnly("PT_LOAD");
  }

  @Test
  void saysNothingOfWhatIsNotThere() throws Exception {
    ElfDetails details = new ElfImage().details();

    assertThat(details.hardening())
        .isEqualTo(new ElfHardening(false, false, false, false, ElfStack.UNSPECIFIED));
    assertThat(details.threadStorage().size()).isEmpty();
    assertThat(details.soname()).isEmpty();
    assertThat(details.rpath()).isEmpty();
    assertThat(details.buildId()).isEmpty();
    assertThat(details.symbols()).isEqualTo(new ElfSymbols(List.of(), List.of(), List.of()));
    assertThat(details.identity().attributes()).isEmpty();
  }

  @Test
  void findsSymbolsWithoutSectionHeaders() throws Exception {
    for (String fixture : List.of("elf-x86_64-jni.so", "elf-s390x-glibc-no-pie")) {
      byte[] whole = Fixtures.bytes(fixture);
      Endianness order = Fixtures.inspect(whole).endianness();
      int sections = (int) ByteSource.of(whole).u64(40, order);
      byte[] cut = Arrays.copyOf(whole, sections);
      Image stripped = order == Endianness.BIG ? Image.big(cut) : Image.little(cut);
      stripped.u64(40, 0).u16(58, 0).u16(60, 0).u16(62, 0);

      ElfDetails details = (ElfDetails) BinaryInspector.details(stripped.source());

      assertThat(details.symbols())
          .isEqualTo(Fixtures.details(ElfDetails.class, fixture).symbols());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "43, 13, ''", // a SPARC register
    "40, 13, name", // a Thumb function, as old ARM tools flagged them
    "43, 2, name"
  })
  void takesNoRegisterForASymbol(int machine, int type, String undefined) throws Exception {
    int table = 0xa00;
    ElfImage elf =
        new ElfImage(true, Endianness.BIG)
            .machine(machine, 0)
            .soname("name")
            .entry(6, ElfImage.ADDRESS + table)
            .entry(4, ElfImage.ADDRESS + 0x900);
    elf.image().u32(0x904, 2).u32(table + 24, 1).u8(table + 28, 0x10 | type);

    assertThat(String.join(",", elf.details().symbols().unversioned())).isEqualTo(undefined);
  }

  @Test
  void findsDebugInformationAndSymbolTablesOfObjects() throws Exception {
    byte[] archive = Fixtures.bytes("ar-gnu-elf.a");
    ArchiveDetails members = Fixtures.details(ArchiveDetails.class, "ar-gnu-elf.a");
    ArchiveEntry member = members.members().get(0);
    byte[] object =
        Arrays.copyOfRange(archive, (int) member.offset(), (int) (member.offset() + member.size()));

    ElfDetails details = (ElfDetails) BinaryInspector.details(ByteSource.of(object));

    assertThat(details.identity().type()).isEqualTo(ElfType.RELOCATABLE);
    assertThat(details.symbolTable()).isTrue();
    assertThat(details.debugInfo()).isFalse();
  }

  @Test
  void refusesBrokenSections() {
    refuses(
        new ElfImage().image().u64(40, 0x100).u16(58, 63).u16(60, 1),
        "file at offset 0x3a: e_shentsize is 63, a section header has 64");
    refuses(
        new ElfImage().image().u64(40, 0xff0).u16(58, 64).u16(60, 1),
        "ELF section headers at offset 0xff0: 0x40 bytes do not fit, file ends at 0xc00");
    refuses(
        new ElfImage().image().u64(40, 0xb00).u16(58, 64).u64(0xb20, -1),
        "ELF section headers at offset 0xb00: 18446744073709551615 section headers do not fit into"
            + " the file");
  }

  @Test
  void refusesBrokenSymbolTables() {
    ElfImage hashed =
        new ElfImage().entry(6, ElfImage.ADDRESS + 0xa00).entry(4, ElfImage.ADDRESS + 0x900);
    refuses(
        hashed.image().u32(0x904, 1L << 21),
        "ELF dynamic symbols at offset 0xa00: 2097152 symbols, more than the 1048576 allowed");
    refuses(
        hashed.image().u32(0x904, 1000),
        "ELF dynamic symbols at offset 0xa00: 0x5dc0 bytes do not fit, ELF dynamic symbols ends at"
            + " 0xc00");
    ElfImage gnu =
        new ElfImage()
            .entry(6, ElfImage.ADDRESS + 0xa00)
            .entry(0x6fff_fef5L, ElfImage.ADDRESS + 0x900);
    refuses(
        gnu.image().u32(0x900, 0x40000000),
        "ELF GNU hash buckets at offset 0x910: 0x100000000 bytes do not fit, ELF GNU hash table"
            + " ends at 0xc00");
    refuses(
        gnu.image().u32(0x900, 1).u32(0x904, 9).u32(0x910, 5),
        "ELF GNU hash buckets at offset 0x910: symbol 5 comes before the first one, 9");
    refuses(
        gnu.image().u32(0x900, 1).u32(0x904, 1).u32(0x910, 2),
        "ELF GNU hash table at offset 0xc00: 0x4 bytes do not fit, ELF GNU hash table ends at"
            + " 0xc00");
  }

  @Test
  void keepsNoMoreNamesThanAFileCanHave() {
    int size = 1 << 20;
    int symbols = 0x10000;
    Image image =
        new ElfImage()
            .entry(6, ElfImage.ADDRESS + 0x20000)
            .entry(4, ElfImage.ADDRESS + 0x900)
            .image();
    // Every symbol has the same name, which is as long as a name may be.
    image.u64(0x40 + 32, size).u8(size - 1, 0).u32(0x904, (size - symbols * 2) / 24);
    byte[] name = new byte[0xff00];
    Arrays.fill(name, (byte) 'a');
    image.raw(0x1000, name).u64(ElfImage.DYNAMIC_AT + 8, ElfImage.ADDRESS + 0x1000);
    image.u64(ElfImage.DYNAMIC_AT + 24, 0x10000);
    for (int at = 0x20000 + 24; at < size - 24; at += 24) {
      image.u32(at, 1).u8(at + 4, 0x12);
    }

    refuses(
        image, "ELF dynamic symbols at offset 0x20630: names have more than 4259840 bytes in all");
  }

  @Test
  void readsAttributesOfTheWholeFileOnly() throws Exception {
    String ofFile = "01 19000000 056100 060a 2081016200 43322e303900 0a04 2201";
    String ofSection = "02 07000000 0601";
    ElfAttributes attributes =
        attributes("41 2a000000 616561626900 " + ofFile + ofSection).orElseThrow();

    assertThat(attributes.numbers()).isEqualTo(Map.of(6L, 10L, 10L, 4L, 32L, 129L, 34L, 1L));
    assertThat(attributes.texts()).isEqualTo(Map.of(5L, "a", 32L, "b", 67L, "2.09"));
    assertThat(attributes.cpuProfile()).isEmpty();
    assertThat(attributes("41 0a000000 676e7500 0100")).isEmpty();
  }

  @Test
  void refusesBrokenAttributes() {
    refusesAttributes("42", "file at offset 0x0: format version is 66, not 65");
    refusesAttributes("41 04000000", "file at offset 0x1: subsection has 4 bytes, fewer than 5");
    refusesAttributes(
        "41 0f000000 616561626900 01 04000000",
        "ELF attributes of a vendor at offset 0xc: list has 4 bytes, fewer than 5");
    refusesAttributes(
        "41 11000000 616561626900 01 07000000 06ff",
        "ELF attribute list at offset 0x12: 0x1 bytes do not fit, ELF attribute list ends at"
            + " 0x12");
  }

  private static void refusesAttributes(String hex, String message) {
    assertThatThrownBy(() -> attributes(hex))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }

  private static Optional<ElfAttributes> attributes(String hex) throws Exception {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return ElfAttributesReader.read(ByteSource.of(bytes), Endianness.LITTLE);
  }

  private static void refuses(Image image, String message) {
    assertThatThrownBy(() -> BinaryInspector.details(image.source()))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }
}
