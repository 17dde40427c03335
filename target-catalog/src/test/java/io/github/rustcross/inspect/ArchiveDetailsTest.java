package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveDetailsTest {

  @Test
  void tellsEveryMember() throws Exception {
    ArchiveDetails details = Fixtures.details(ArchiveDetails.class, "ar-rust-elf.rlib");

    assertThat(details.members())
        .extracting(ArchiveEntry::name)
        .containsExactly("lib.rmeta", "ar-rust-elf.twice.3fa6fb4da5d0ec14-cgu.0.rcgu.o");
    assertThat(details.members().get(0).binary()).isEmpty();
    assertThat(details.members().get(1).offset()).isEqualTo(2080);
    assertThat(details.members().get(1).size()).isEqualTo(3560);
    assertThat(details.members().get(1).binary())
        .hasValueSatisfying(
            object -> {
              assertThat(object.format()).isEqualTo(BinaryFormat.ELF);
              assertThat(object.kind()).isEqualTo(FileKind.OBJECT);
              assertThat(object.architecture()).isEqualTo("x86_64");
            });
  }

  @Test
  void tellsMembersOfDifferentKindsApart() throws Exception {
    byte[] archive =
        new Archive()
            .member("a.o/", Fixtures.bytes("elf-armv7-glibc-pie"))
            .member("text/", "no binary".getBytes(StandardCharsets.US_ASCII))
            .bsdMember("inner.a", Fixtures.bytes("ar-bsd-macho.a"))
            .member("b.o/", Fixtures.bytes("pe-i686.dll"))
            .bytes();

    ArchiveDetails details = (ArchiveDetails) BinaryInspector.details(ByteSource.of(archive));

    assertThat(details.members())
        .extracting(
            member ->
                member.name()
                    + " "
                    + member
                        .binary()
                        .map(binary -> binary.format().id() + " " + binary.architecture())
                        .orElse("-"))
        .isEqualTo(List.of("a.o elf arm", "text -", "inner.a archive aarch64", "b.o pe x86"));
  }
}
