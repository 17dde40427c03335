package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.Image;
import io.github.rustcross.inspect.PeImage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of a PE image")
class PeRulesTest {
  private static final String TRIPLE = "x86_64-pc-windows-gnu";
  private static final int SUBSYSTEM_AT = PeImage.OPTIONAL_AT + 68;
  private static final int CHARACTERISTICS_AT = PeImage.OPTIONAL_AT + 70;
  private static final int CONSOLE = 3;
  private static final int HARDENED = 0x160;

  @Test
  @DisplayName("the machine's number is the catalog's")
  void machine() throws Exception {
    assertThat(Verified.bin(program(), TRIPLE).lines(Rule.MACHINE))
        .contains("Machine: 0x8664 | 0x8664 | kept");
  }

  @Test
  @DisplayName("libraries are Windows' own, in any case")
  void libraries() throws Exception {
    Verified kept =
        Verified.bin(
            program("KERNEL32.dll", "WS2_32.DLL", "API-MS-Win-Core-Synch-l1-2-0.dll"), TRIPLE);
    Verified broken = Verified.bin(program("KERNEL32.dll", "libstdc++-6.dll"), TRIPLE);

    assertThat(kept.broken()).isEmpty();
    assertThat(kept.lines(Rule.LIBRARY))
        .containsExactly(
            "KERNEL32.dll, WS2_32.DLL, API-MS-Win-Core-Synch-l1-2-0.dll"
                + " | libraries of the platform | kept");
    assertThat(broken.onlyFinding().measured()).isEqualTo("needs libstdc++-6.dll");
    assertThat(broken.onlyFinding().fix()).endsWith("-Drust.verify.allow=libstdc++-6.dll");
  }

  @Test
  @DisplayName("libraries may be allowed in any case")
  void allowed() throws Exception {
    BinarySubject subject =
        Verified.allowing(Verified.subject(TRIPLE, ArtifactKind.BIN), "ACME*.dll");
    Verified file = Verified.of(program("acme-crypto.dll").bytes(), subject);

    assertThat(file.broken()).isEmpty();
    assertThat(file.runtimeDependencies()).containsExactly("acme-crypto.dll");
  }

  @ParameterizedTest
  @CsvSource({"2, kept", "3, kept", "1, broken", "10, broken"})
  @DisplayName("a program has a window or a console")
  void subsystem(int subsystem, String outcome) throws Exception {
    Verified file = Verified.bin(program().u16(SUBSYSTEM_AT, subsystem), TRIPLE);

    assertThat(file.lines(Rule.SUBSYSTEM))
        .containsExactly("%d | 2 or 3 | %s".formatted(subsystem, outcome));
    if (outcome.equals("broken")) {
      assertThat(file.onlyFinding().fix()).isEqualTo("Take the link argument -Wl,--subsystem out.");
    }
  }

  @Test
  @DisplayName("of a library the subsystem is told, no more")
  void subsystemOfLibrary() throws Exception {
    Image library = hardened(new PeImage(true, 0x8664).dll().image(), HARDENED);

    assertThat(Verified.cdylib(library.u16(SUBSYSTEM_AT, 1), TRIPLE).lines(Rule.SUBSYSTEM))
        .containsExactly("1 |  | reported");
  }

  @Test
  @DisplayName("protection is asked for")
  void hardening() throws Exception {
    Verified kept = Verified.bin(program(), TRIPLE);
    Verified broken = Verified.bin(hardened(program(), 0x100), TRIPLE);

    assertThat(kept.lines(Rule.HARDENING))
        .containsExactly(
            "dynamic-base | dynamic-base | kept",
            "no-execute | no-execute | kept",
            "high-entropy |  | reported");
    assertThat(broken.lines(Rule.HARDENING))
        .containsExactly(
            "no dynamic-base | dynamic-base | broken",
            "no-execute | no-execute | kept",
            "no high-entropy |  | reported");
    assertThat(broken.onlyFinding().message())
        .isEqualTo("a-file: hardening: no dynamic-base; promised is dynamic-base");
    assertThat(broken.onlyFinding().fix())
        .isEqualTo(
            "Take the link argument that switches dynamic-base off out, such as"
                + " -Wl,--disable-dynamicbase or -Wl,--disable-nxcompat");
  }

  @Test
  @DisplayName("the oldest Windows is told, no more")
  void minimumOs() throws Exception {
    Image image = program().u16(PeImage.OPTIONAL_AT + 48, 6).u16(PeImage.OPTIONAL_AT + 50, 1);

    assertThat(Verified.bin(image, TRIPLE).lines(Rule.MINIMUM_OS))
        .containsExactly("Windows 6.1 |  | reported");
  }

  private static Image program() {
    return program("KERNEL32.dll");
  }

  private static Image program(String... libraries) {
    PeImage image = new PeImage(true, 0x8664);
    for (String library : libraries) {
      image.imports(library);
    }
    return hardened(image.image(), HARDENED);
  }

  private static Image hardened(Image image, int characteristics) {
    return image.u16(SUBSYSTEM_AT, CONSOLE).u16(CHARACTERISTICS_AT, characteristics);
  }
}
