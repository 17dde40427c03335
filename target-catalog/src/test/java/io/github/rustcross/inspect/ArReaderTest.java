package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArReaderTest {

  private static final byte[] TEXT = "hello".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BITCODE = {'B', 'C', (byte) 0xc0, (byte) 0xde, 0};

  @Test
  void listsOneMemberOfEachPlatform() throws Exception {
    byte[] archive =
        new Archive()
            .member("a.o/", elf(62, true, Endianness.LITTLE))
            .member("b.o/", elf(62, true, Endianness.LITTLE))
            .member("c.o/", elf(183, true, Endianness.LITTLE))
            .member("d.o/", elf(183, true, Endianness.BIG))
            .member("e.o/", elf(62, false, Endianness.LITTLE))
            .member("f.o/", macho())
            .bytes();

    Inspection inspection = Fixtures.inspect(archive);

    assertThat(inspection.architecture()).isEqualTo("x86_64");
    assertThat(inspection.slices())
        .extracting(
            slice ->
                slice.format().id()
                    + " "
                    + slice.architecture()
                    + " "
                    + slice.bits()
                    + " "
                    + slice.endianness().id())
        .containsExactly(
            "elf x86_64 64 little",
            "elf aarch64 64 little",
            "elf aarch64 64 big",
            "elf x86_64 32 little",
            "mach-o aarch64 64 little");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/SYM64/", "//", "/<ECSYMBOLS>/", "__.SYMDEF", "__.SYMDEF SORTED"})
  void skipsTablesWhateverTheyLookLike(String name) throws Exception {
    byte[] archive =
        new Archive()
            .member(name, elf(3, false, Endianness.LITTLE))
            .member("a.o/", elf(62, true, Endianness.LITTLE))
            .bytes();

    assertThat(Fixtures.inspect(archive).slices())
        .extracting(Inspection::architecture)
        .containsExactly("x86_64");
  }

  @Test
  void skipsMetadataBitcodeAndText() throws Exception {
    byte[] archive =
        new Archive()
            .member("lib.rmeta/", elf(3, false, Endianness.LITTLE))
            .bsdMember("__.SYMDEF SORTED\0\0\0\0", elf(3, false, Endianness.LITTLE))
            .bsdMember("lib.rmeta\0\0\0", elf(3, false, Endianness.LITTLE))
            .member("a.bc/", BITCODE)
            .member("README/", TEXT)
            .member("empty/", new byte[0])
            .member("", TEXT)
            .bsdMember("a.o\0", macho())
            .bytes();

    assertThat(Fixtures.inspect(archive).slices())
        .extracting(Inspection::format)
        .containsExactly(BinaryFormat.MACH_O);
  }

  @Test
  void looksIntoArchivesInArchives() throws Exception {
    byte[] inner =
        new Archive()
            .member("a.o/", elf(183, true, Endianness.LITTLE))
            .member("b.o/", elf(62, true, Endianness.LITTLE))
            .bytes();
    byte[] outer =
        new Archive()
            .member("c.o/", elf(62, true, Endianness.LITTLE))
            .member("libinner.a/", inner)
            .bytes();

    assertThat(Fixtures.inspect(outer).slices())
        .extracting(Inspection::architecture)
        .containsExactly("x86_64", "aarch64");
  }

  @Test
  void looksNoDeeperThanItMust() {
    byte[] archive = new Archive().member("a.o/", elf(62, true, Endianness.LITTLE)).bytes();
    for (int i = 0; i < 1_000; i++) {
      archive = new Archive().member("lib.a/", archive).bytes();
    }

    refuses(
        archive,
        "archive member lib.a: ".repeat(4)
            + "archive member lib.a at offset 0x110: lies in 4 archives or universal files, limit"
            + " 3");
  }

  @Test
  void acceptsAMissingFillerAtTheEnd() throws Exception {
    byte[] object = Image.little(elf(62, true, Endianness.LITTLE)).u8(ElfImage.SIZE, 0).bytes();
    byte[] padded = new Archive().member("a.o/", object).bytes();

    assertThat(BinaryInspector.inspect(ByteSource.of(padded).slice("file", 0, padded.length - 1)))
        .isEqualTo(Fixtures.inspect(padded));
  }

  @Test
  void refusesThinArchives() {
    refuses(
        "!<thin>\nanything".getBytes(StandardCharsets.US_ASCII),
        "file at offset 0x0: is a thin archive, whose members are files of their own");
  }

  @Test
  void refusesArchivesWithoutObjects() {
    String message = "file at offset 0x0: is an archive without an object of a known format";

    refuses(new Archive().bytes(), message);
    refuses(new Archive().member("README/", TEXT).member("a.bc/", BITCODE).bytes(), message);
  }

  @Test
  void refusesBrokenMemberHeaders() {
    refuses(
        new Archive().header("a.o/", "12x").bytes(),
        "archive member header at offset 0x38: \"12x\" is no decimal number");
    refuses(
        new Archive().header("a.o/", "-1").bytes(),
        "archive member header at offset 0x38: \"-1\" is no decimal number");
    refuses(
        new Archive().header("a.o/", "").bytes(),
        "archive member header at offset 0x38: \"\" is no decimal number");
    refuses(
        new Archive().header("a.o/", "9999999999").bytes(),
        "archive member a.o at offset 0x44: 0x2540be3ff bytes do not fit, file ends at 0x44");
    refuses(
        Image.little(new Archive().member("a.o/", TEXT).bytes()).u8(0x42, 0).bytes(),
        "archive member header at offset 0x42: does not end with 0x60 0x0a");
    refuses(
        Image.little(new Archive().member("a.o/", TEXT).bytes()).u8(0x4a, '\n').bytes(),
        "archive member header at offset 0x4a: 0x3c bytes do not fit, file ends at 0x4b");
    refuses(
        new Archive().header("#1/99", "5").content(TEXT).bytes(),
        "archive member #1/99 at offset 0x44: 0x63 bytes do not fit, archive member #1/99 ends at"
            + " 0x49");
    refuses(
        new Archive().header("#1/5000", "5").content(TEXT).bytes(),
        "archive member header at offset 0x8: name has 5000 bytes, limit 4096");
    refuses(
        new Archive().header("#1/x", "5").content(TEXT).bytes(),
        "archive member header at offset 0xb: \"x\" is no decimal number");
  }

  @Test
  void saysWhichMemberIsBroken() {
    byte[] broken = {0x7f, 'E', 'L', 'F'};
    String problem = " ELF identification at offset 0x%x: 0x10 bytes do not fit, ";

    refuses(
        new Archive().member("a.o/", broken).bytes(),
        "archive member a.o:" + problem.formatted(0x44) + "archive member a.o ends at 0x48");
    refuses(
        new Archive()
            .member("//", "a-rather-long-name.o/\nb.o/\n".getBytes(StandardCharsets.US_ASCII))
            .member("/0", broken)
            .bytes(),
        "archive member a-rather-long-name.o:"
            + problem.formatted(0x9c)
            + "archive member /0 ends at 0xa0");
    refuses(
        new Archive().member("//", TEXT).member("/77", broken).bytes(),
        "archive member /77:" + problem.formatted(0x86) + "archive member /77 ends at 0x8a");
    refuses(
        new Archive().member("/77", broken).bytes(),
        "archive member /77:" + problem.formatted(0x44) + "archive member /77 ends at 0x48");
  }

  private static byte[] elf(int machine, boolean wide, Endianness endianness) {
    return new ElfImage(wide, endianness)
        .type(ElfHeader.ET_REL)
        .machine(machine, 0)
        .image()
        .bytes();
  }

  private static byte[] macho() {
    return new MachOImage(true, Endianness.LITTLE, 0x0100_000cL, 1).bytes();
  }

  private static void refuses(byte[] bytes, String message) {
    assertThatThrownBy(() -> Fixtures.inspect(bytes))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }
}
