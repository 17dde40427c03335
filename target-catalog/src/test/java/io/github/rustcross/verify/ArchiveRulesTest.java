package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.Archive;
import io.github.rustcross.inspect.Fixtures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of a static library")
class ArchiveRulesTest {
  private static final BinarySubject SUBJECT = Verified.subject(Elf.X86_64, ArtifactKind.STATICLIB);

  @Test
  @DisplayName("all members are the target's, or no binaries")
  void kept() throws Exception {
    Verified file = Verified.of(Fixtures.bytes("ar-rust-elf.rlib"), SUBJECT);

    assertThat(file.broken()).isEmpty();
    assertThat(file.lines(Rule.MEMBER))
        .containsExactly(
            "1 objects, 1 other members | objects: elf, x86_64, 64 bits, little-endian | kept");
  }

  @Test
  @DisplayName("a member of another platform is told by name")
  void broken() throws Exception {
    Verified file =
        Verified.of(
            new Archive()
                .member("mine.o/", Fixtures.bytes("elf-x86_64-glibc-library.so"))
                .member("readme/", "text".getBytes(StandardCharsets.US_ASCII))
                .member("theirs.o/", Fixtures.bytes("elf-armv7-glibc-pie"))
                .member("windows.o/", Fixtures.bytes("pe-x86_64.exe"))
                .bytes(),
            SUBJECT);

    assertThat(file.lines(Rule.MEMBER))
        .containsExactly(
            "theirs.o: elf, arm, 32 bits, little-endian | elf, x86_64, 64 bits, little-endian"
                + " | broken",
            "windows.o: pe, x86_64, 64 bits, little-endian | elf, x86_64, 64 bits, little-endian"
                + " | broken");
  }

  @Test
  @DisplayName("what to look at is told")
  void text() throws Exception {
    Verified file =
        Verified.of(
            new Archive()
                .member("mine.o/", Fixtures.bytes("elf-x86_64-glibc-library.so"))
                .member("theirs.o/", Fixtures.bytes("elf-armv7-glibc-pie"))
                .bytes(),
            SUBJECT);

    assertThat(file.onlyFinding().file()).isEqualTo("a-file (theirs.o)");
    assertThat(file.onlyFinding().fix())
        .isEqualTo(
            "Check what the build script compiles and with which compiler; CC and CFLAGS of the"
                + " environment do not reach foreign targets.");
  }

  @Test
  @DisplayName("the first member of another platform is another machine already")
  void otherMachine() throws Exception {
    Verified file =
        Verified.of(
            Fixtures.bytes("ar-gnu-elf.a"),
            Verified.subject("aarch64-unknown-linux-gnu", ArtifactKind.STATICLIB));

    assertThat(file.broken()).containsExactly(Rule.MACHINE);
  }
}
