package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.inspect.Fixtures;
import io.github.rustcross.inspect.MalformedBinaryException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of a file of any format")
class CommonRulesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          elf-i686-glibc-no-pie       | i686-unknown-linux-gnu        | BIN       | x86, 32 bits, little-endian
          elf-armv7-glibc-pie         | armv7-unknown-linux-gnueabihf | BIN       | arm, 32 bits, little-endian
          elf-s390x-glibc-no-pie      | s390x-unknown-linux-gnu       | BIN       | s390x, 64 bits, big-endian
          elf-x86_64-glibc-library.so | x86_64-unknown-linux-gnu      | CDYLIB    | x86_64, 64 bits, little-endian
          pe-aarch64.exe              | aarch64-pc-windows-gnullvm    | BIN       | aarch64, 64 bits, little-endian
          pe-i686.dll                 | i686-pc-windows-gnu           | CDYLIB    | x86, 32 bits, little-endian
          macho-arm64                 | aarch64-apple-darwin          | BIN       | aarch64, 64 bits, little-endian
          wasm32-module.wasm          | wasm32-unknown-unknown        | CDYLIB    | wasm32, 32 bits, little-endian
          wasm32-component.wasm       | wasm32-wasip2                 | BIN       | wasm32, 32 bits, little-endian
          ar-gnu-elf.a                | x86_64-unknown-linux-gnu      | STATICLIB | x86_64, 64 bits, little-endian
          """)
  @DisplayName("format, kind and machine are those of its target")
  void kept(String fixture, String triple, ArtifactKind kind, String machine) throws Exception {
    Verified file = Verified.of(Fixtures.bytes(fixture), Verified.subject(triple, kind));

    assertThat(file.broken()).doesNotContain(Rule.FORMAT, Rule.MACHINE);
    assertThat(file.lines(Rule.FORMAT)).hasSize(2).allMatch(line -> line.endsWith("| kept"));
    assertThat(file.lines(Rule.MACHINE))
        .first()
        .isEqualTo("%s | %s | kept".formatted(machine, machine));
  }

  @Test
  @DisplayName("nothing else is looked at where the format is another")
  void format() throws Exception {
    Verified file =
        Verified.of(
            Fixtures.bytes("pe-x86_64.exe"), Verified.subject(Elf.X86_64, ArtifactKind.BIN));

    assertThat(file.verification().checks()).hasSize(1);
    assertThat(file.onlyFinding())
        .isEqualTo(
            new Finding(
                Rule.FORMAT,
                RuleLevel.STRICT,
                "a-file",
                "pe",
                "elf",
                "Something put another file in its place, or link arguments change what is linked.",
                "Build again from a clean target folder; look for link arguments in build scripts"
                    + " and flags."));
    assertThat(file.onlyFinding().message()).isEqualTo("a-file: format: pe; promised is elf");
  }

  @ParameterizedTest
  @CsvSource({
    "elf-x86_64-glibc-pie, CDYLIB, executable | shared-library | broken",
    "elf-x86_64-glibc-library.so, BIN, shared-library | executable | broken"
  })
  @DisplayName("a program is no library")
  void kind(String fixture, ArtifactKind kind, String line) throws Exception {
    Verified file = Verified.of(Fixtures.bytes(fixture), Verified.subject(Elf.X86_64, kind));

    assertThat(file.broken()).containsExactly(Rule.FORMAT);
    assertThat(file.lines(Rule.FORMAT)).containsExactly("elf | elf | kept", line);
  }

  @ParameterizedTest
  @CsvSource({
    "wasm32-component.wasm, wasm32-wasip1, component | module | broken",
    "wasm32-module.wasm, wasm32-wasip2, module | component | broken"
  })
  @DisplayName("a WebAssembly module is no component")
  void component(String fixture, String triple, String line) throws Exception {
    Verified file =
        Verified.of(Fixtures.bytes(fixture), Verified.subject(triple, ArtifactKind.BIN));

    assertThat(file.broken()).containsExactly(Rule.FORMAT);
    assertThat(file.lines(Rule.FORMAT)).contains(line);
  }

  @Test
  @DisplayName("the machine is not another's")
  void machine() throws Exception {
    Finding finding =
        Verified.of(
                Fixtures.bytes("elf-aarch64-glibc-pie"),
                Verified.subject(Elf.X86_64, ArtifactKind.BIN))
            .onlyFinding();

    assertThat(finding.rule()).isEqualTo(Rule.MACHINE);
    assertThat(finding.message())
        .isEqualTo(
            "a-file: machine: aarch64, 64 bits, little-endian; promised is x86_64, 64 bits,"
                + " little-endian");
    assertThat(finding.fix())
        .isEqualTo(
            "Check that no build script brings a prebuilt library of another platform along.");
  }

  @Test
  @DisplayName("a file on disk is read and closed")
  void onDisk() throws Exception {
    Path file = Files.write(folder.resolve("twice"), Fixtures.bytes("macho-arm64.dylib"));

    Verification verification =
        BinaryVerifier.verify(file, Verified.subject("aarch64-apple-darwin", ArtifactKind.CDYLIB));

    assertThat(verification.broken()).isEmpty();
    assertThat(verification.inspection().architecture()).isEqualTo("aarch64");
    Files.delete(file);
  }

  @Test
  @DisplayName("bytes that are no binary are refused")
  void noBinary() {
    assertThatThrownBy(
            () ->
                Verified.of(
                    "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII),
                    Verified.subject(Elf.X86_64, ArtifactKind.BIN)))
        .isInstanceOf(MalformedBinaryException.class);
  }
}
