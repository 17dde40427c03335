package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.Image;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Libraries that a file needs")
class LibraryRuleTest {
  private static final BinarySubject SUBJECT = Verified.subject(Elf.X86_64, ArtifactKind.CDYLIB);

  private final Image image =
      Elf.library()
          .needed("ld-linux-x86-64.so.2")
          .needed("libssl.so.3")
          .needed("libc.so.6")
          .needed("libcrypto.so.3")
          .image();

  @Test
  @DisplayName("are those of the platform, by name or pattern; each other one is told")
  void others() throws Exception {
    assertThat(Verified.of(image.bytes(), SUBJECT).lines(Rule.LIBRARY))
        .containsExactly(
            "needs libssl.so.3 | libraries of the platform, and those in rust.verify.allow | broken",
            "needs libcrypto.so.3 | libraries of the platform, and those in rust.verify.allow"
                + " | broken",
            "ld-linux-x86-64.so.2, libc.so.6 | libraries of the platform | kept");
  }

  @Test
  @DisplayName("are told with how to do without them, or to allow them")
  void text() throws Exception {
    Verified file = Verified.of(image.bytes(), Verified.allowing(SUBJECT, "libcrypto.so.3"));

    assertThat(file.onlyFinding().cause())
        .isEqualTo(
            "libssl.so.3 is no part of the platform, and machines that lack it cannot load the"
                + " file.");
    assertThat(file.onlyFinding().fix())
        .isEqualTo(
            "Link it statically (a feature such as vendored or bundled of the crate that needs it);"
                + " or, where your users have it, -Drust.verify.allow=libssl.so.3");
    assertThat(file.runtimeDependencies()).containsExactly("libcrypto.so.3");
  }

  @Test
  @DisplayName("may be allowed by patterns: then who ships the file has to see to them")
  void allowed() throws Exception {
    Verified file =
        Verified.of(image.bytes(), Verified.allowing(SUBJECT, "libssl.*", "libcrypto*"));

    assertThat(file.broken()).isEmpty();
    assertThat(file.runtimeDependencies()).containsExactly("libssl.so.3", "libcrypto.so.3");
    assertThat(file.lines(Rule.LIBRARY))
        .containsExactly(
            "ld-linux-x86-64.so.2, libssl.so.3, libc.so.6, libcrypto.so.3"
                + " | libraries of the platform | kept");
  }

  @Test
  @DisplayName("of ELF are called as they are written")
  void sameCase() throws Exception {
    Image upper = Elf.library().needed("LIBC.SO.6").image();

    assertThat(Verified.cdylib(upper, Elf.X86_64).onlyFinding().measured())
        .isEqualTo("needs LIBC.SO.6");
  }

  @Test
  @DisplayName("of the platform are no runtime dependencies")
  void platform() throws Exception {
    Verified file =
        Verified.of(
            Elf.library().needed("libc.so.6").image().bytes(), Verified.allowing(SUBJECT, "*"));

    assertThat(file.runtimeDependencies()).isEmpty();
  }

  @Test
  @DisplayName("are told, no more, where the target promises none")
  void nothingPromised() throws Exception {
    Verified file =
        Verified.bin(
            Elf.arm(0x500_0400L).type(2).needed("libacme.so").image(), "thumbv7em-none-eabihf");

    assertThat(file.lines(Rule.LIBRARY)).containsExactly("libacme.so |  | reported");
  }
}
