package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.inspect.Endianness;
import io.github.rustcross.inspect.Fixtures;
import io.github.rustcross.inspect.Image;
import io.github.rustcross.inspect.MachOImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of a Mach-O file")
class MachORulesTest {
  private static final String INTEL = "x86_64-apple-darwin";
  private static final String SILICON = "aarch64-apple-darwin";
  private static final long X86_64 = 0x0100_0007L;
  private static final long ARM64 = 0x0100_000cL;
  private static final int CPU_SUBTYPE_AT = 8;

  /** Where the fixture's code directory says how many bytes it covers. */
  private static final int COVERED_AT = 16480 + 24 + 32;

  private final byte[] signed = Fixtures.bytes("macho-arm64.dylib");

  @Test
  @DisplayName("the processor is one that all machines have")
  void machine() throws Exception {
    Verified arm64e = Verified.cdylib(Image.little(signed).u32(CPU_SUBTYPE_AT, 2), SILICON);

    assertThat(Verified.cdylib(Image.little(signed), SILICON).lines(Rule.MACHINE))
        .containsExactly(
            "aarch64, 64 bits, little-endian | aarch64, 64 bits, little-endian | kept",
            "cputype: 0x100000c | 0x100000c | kept",
            "cpusubtype: 0 | 0 | kept");
    assertThat(arm64e.finding(Rule.MACHINE).message())
        .isEqualTo("a-file (cpusubtype): machine: 2; promised is 0");
  }

  @Test
  @DisplayName("libraries are the system's")
  void libraries() throws Exception {
    Verified kept =
        Verified.cdylib(
            library()
                .dylib(0xc, "/System/Library/Frameworks/Security.framework/Versions/A/Security")
                .image(),
            INTEL);
    Verified broken =
        Verified.cdylib(library().dylib(0xc, "/opt/homebrew/lib/libssl.3.dylib").image(), INTEL);

    assertThat(kept.broken()).isEmpty();
    assertThat(broken.onlyFinding().measured()).isEqualTo("needs /opt/homebrew/lib/libssl.3.dylib");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0x000a0a00, macos 10.10, kept",
    "1, 0x000a0c00, macos 10.12, kept",
    "1, 0x000a0c01, macos 10.12.1, broken",
    "1, 0x000b0000, macos 11.0, broken",
    "2, 0x00090000, ios 9.0, broken"
  })
  @DisplayName("the oldest system is not newer than promised")
  void minimumOs(int platform, String version, String measured, String outcome) throws Exception {
    Verified file =
        Verified.cdylib(
            library().command(0x32, platform, Long.decode(version), 0, 0).image(), INTEL);

    assertThat(file.lines(Rule.MINIMUM_OS))
        .containsExactly("%s | macos 10.12 or older | %s".formatted(measured, outcome));
    if (outcome.equals("broken")) {
      assertThat(file.onlyFinding().fix())
          .isEqualTo(
              "Set MACOSX_DEPLOYMENT_TARGET=10.12, or take it out of the environment and of"
                  + " .cargo/config.toml; or, where all your users have the newer one, promise it in an"
                  + " overlay, as minimumOs under the target's machO.");
    }
  }

  @Test
  @DisplayName("an oldest system that is not there is told")
  void noMinimumOs() throws Exception {
    assertThat(Verified.cdylib(library().image(), INTEL).lines(Rule.MINIMUM_OS))
        .containsExactly("not said |  | reported");
  }

  @Test
  @DisplayName("the signature is there where the system asks for one")
  void signature() throws Exception {
    Verified silicon = Verified.cdylib(library(ARM64).image(), SILICON);

    assertThat(Verified.cdylib(Image.little(signed), SILICON).lines(Rule.SIGNATURE))
        .containsExactly("signed ad hoc | all page hashes right | kept");
    assertThat(Verified.cdylib(library().image(), INTEL).lines(Rule.SIGNATURE))
        .containsExactly("not signed |  | reported");
    assertThat(silicon.onlyFinding().message())
        .isEqualTo("a-file: signature: not signed; promised is signed, at least ad hoc");
    assertThat(silicon.onlyFinding().fix())
        .isEqualTo(
            "Take the tool out (-Clinker, linker in .cargo/config.toml), or let it sign what it has"
                + " changed: codesign --force --sign - <file> (rcodesign sign <file> on other"
                + " systems)");
  }

  @Test
  @DisplayName("the signature is of these very bytes")
  void changedPages() throws Exception {
    Image stripped = Image.little(signed).u8(4096 + 100, 1);
    Image appended = Image.little(signed).u8(COVERED_AT + 3, 0x5f);

    assertThat(Verified.cdylib(stripped, SILICON).onlyFinding().message())
        .isEqualTo(
            "a-file: signature: signed ad hoc, hashes of pages wrong: 1 of 5; promised is all page"
                + " hashes right");
    assertThat(Verified.cdylib(appended, SILICON).onlyFinding().measured())
        .startsWith("signed ad hoc, hashes of pages incomplete");
  }

  @ParameterizedTest
  @CsvSource({
    "@rpath/libtwice.dylib, kept",
    "@loader_path/libtwice.dylib, kept",
    "libtwice.dylib, kept",
    "/home/me/target/release/deps/libtwice.dylib, broken"
  })
  @DisplayName("a library's name is not the folder it was built in")
  void installName(String name, String outcome) throws Exception {
    Verified file = Verified.cdylib(library().path(0xd, 24, name).image(), INTEL);

    assertThat(file.lines(Rule.INSTALL_NAME))
        .containsExactly(
            "%s | @rpath/* or @loader_path/* or @executable_path/* | %s".formatted(name, outcome));
    if (outcome.equals("broken")) {
      assertThat(file.onlyFinding().level()).isEqualTo(RuleLevel.WARN);
      assertThat(file.onlyFinding().fix())
          .startsWith(
              "Print in build.rs, where the variable CARGO_CFG_TARGET_OS is macos: println!(\"cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/a-file\");");
    }
  }

  @Test
  @DisplayName("libraries are looked for beside the file only")
  void runPath() throws Exception {
    Verified kept =
        Verified.cdylib(library().path(0x8000_001cL, 12, "@loader_path/../lib").image(), INTEL);
    Verified broken =
        Verified.cdylib(library().path(0x8000_001cL, 12, "/opt/acme/lib").image(), INTEL);

    assertThat(kept.broken()).isEmpty();
    assertThat(broken.onlyFinding().message())
        .isEqualTo(
            "a-file: run-path: /opt/acme/lib; promised is @loader_path, @loader_path/*,"
                + " @executable_path, @executable_path/*");
    assertThat(broken.onlyFinding().fix()).endsWith("such as @loader_path");
  }

  @Test
  @DisplayName("each slice keeps the promises of its own target")
  void universal() throws Exception {
    byte[] intel = library().command(0x32, 1, 0x000a_0c00, 0, 0).bytes();
    Verified kept = universal(intel, signed);
    Verified broken =
        universal(
            library().command(0x32, 1, 0x000b_0000, 0, 0).bytes(),
            Image.little(signed).u8(4096 + 100, 1).bytes());

    assertThat(kept.broken()).isEmpty();
    assertThat(kept.lines(Rule.MACHINE))
        .containsExactly(
            "aarch64, x86_64 | aarch64, x86_64 | kept",
            "x86_64 cputype: 0x1000007 | 0x1000007 | kept",
            "x86_64 cpusubtype: 3 | 3 | kept",
            "aarch64 cputype: 0x100000c | 0x100000c | kept",
            "aarch64 cpusubtype: 0 | 0 | kept");
    assertThat(broken.broken()).containsExactly(Rule.MINIMUM_OS, Rule.SIGNATURE);
    assertThat(broken.finding(Rule.MINIMUM_OS).message())
        .isEqualTo("a-file (x86_64): minimum-os: macos 11.0; promised is macos 10.12 or older");
    assertThat(broken.finding(Rule.SIGNATURE).file()).isEqualTo("a-file (aarch64)");
  }

  @Test
  @DisplayName("no slice is missing")
  void missingSlice() throws Exception {
    BinarySubject subject = universalSubject();
    Image image = MachOImage.universal(false, new long[] {ARM64}, signed);

    assertThat(Verified.of(image.bytes(), subject).onlyFinding().message())
        .isEqualTo("a-file: machine: aarch64; promised is aarch64, x86_64");
  }

  private static Verified universal(byte[] intel, byte[] silicon) throws Exception {
    Image image = MachOImage.universal(false, new long[] {X86_64, ARM64}, intel, silicon);
    return Verified.of(image.bytes(), universalSubject());
  }

  private static BinarySubject universalSubject() {
    return new BinarySubject(
        "a-file",
        Verified.target("universal2-apple-darwin"),
        List.of(Verified.target(INTEL), Verified.target(SILICON)),
        ArtifactKind.CDYLIB,
        Optional.empty(),
        List.of());
  }

  private static MachOImage library() {
    MachOImage image = library(X86_64);
    image.image().u32(CPU_SUBTYPE_AT, 3);
    return image;
  }

  private static MachOImage library(long cpuType) {
    return new MachOImage(true, Endianness.LITTLE, cpuType, 6)
        .dylib(0xc, "/usr/lib/libSystem.B.dylib");
  }
}
