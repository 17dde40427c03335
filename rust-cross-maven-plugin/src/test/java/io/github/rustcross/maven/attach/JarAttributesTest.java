package io.github.rustcross.maven.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.ArchiveDetails;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryVersion;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MachODetails;
import io.github.rustcross.inspect.MachOPlatform;
import io.github.rustcross.inspect.MachOSymbols;
import io.github.rustcross.inspect.UniversalDetails;
import io.github.rustcross.inspect.UniversalSlice;
import io.github.rustcross.maven.fixture.Binaries;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.report.BuildReport;
import io.github.rustcross.maven.report.TargetResult;
import io.github.rustcross.maven.report.TargetResult.Status;
import io.github.rustcross.maven.report.TargetResult.ToolchainUsed;
import io.github.rustcross.verify.RuleLevels;
import io.github.rustcross.verify.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manifest of a platform's jar")
class JarAttributesTest {
  @Test
  @DisplayName("says what its libraries need of glibc and of other libraries, and who made them")
  void elf() {
    Inspection low = Binaries.glibc("x86_64", "/lib64/ld-linux-x86-64.so.2", "2.9");
    Inspection high = Binaries.glibc("x86_64", "/lib64/ld-linux-x86-64.so.2", "2.17");

    assertThat(
            attributes(
                "x86_64-unknown-linux-gnu",
                Optional.of("2.28"),
                library("one.so", low, new ArchiveDetails(List.of()), "lib with blank.so"),
                library("two.so", high, new ArchiveDetails(List.of()), "libssl.so.3")))
        .isEqualTo(
            Map.of(
                "Rust-Target", "x86_64-unknown-linux-gnu",
                "Rust-Toolchain", "zig 0.17.0",
                "Rust-Version", "1.95.0",
                "Rust-Catalog-Version", "1.0.0",
                "Rust-Glibc-Promised", "2.28",
                "Rust-Glibc-Minimum", "2.17",
                "Rust-Needed", "libc.so.6 libgcc_s.so.1",
                "Rust-Runtime-Dependencies", "lib%20with%20blank.so libssl.so.3"));
  }

  @Test
  @DisplayName("leaves out what there is not")
  void nothing() {
    Inspection windows = Binaries.dynamic(BinaryFormat.PE, FileKind.SHARED_LIBRARY, "x86_64", 64);

    assertThat(
            attributes(
                "x86_64-pc-windows-gnu",
                Optional.empty(),
                library("one.dll", windows, new ArchiveDetails(List.of()))))
        .containsOnlyKeys("Rust-Target", "Rust-Toolchain", "Rust-Version", "Rust-Catalog-Version");
  }

  @Test
  @DisplayName("says which macOS they need: the newest of all")
  void machO() {
    Inspection measured =
        Binaries.dynamic(BinaryFormat.MACH_O, FileKind.SHARED_LIBRARY, "aarch64", 64, "/usr/lib/a");

    assertThat(
            attributes(
                "aarch64-apple-darwin",
                Optional.empty(),
                library("one.dylib", measured, machO(11, 0)),
                library("two.dylib", measured, machO(11, 3))))
        .containsEntry("Rust-Minimum-Os", "macos 11.3")
        .containsEntry("Rust-Needed", "/usr/lib/a");
  }

  @Test
  @DisplayName("says of a universal library what differs between its machines")
  void universal() {
    assertThat(universal(machO(10, 12), machO(11, 0)))
        .containsEntry("Rust-Minimum-Os-x86_64", "macos 10.12")
        .containsEntry("Rust-Minimum-Os-aarch64", "macos 11.0")
        .doesNotContainKey("Rust-Minimum-Os")
        .containsEntry("Rust-Needed", "/usr/lib/libSystem.B.dylib")
        .doesNotContainKey("Rust-Needed-x86_64");
    assertThat(universal(machO(11, 0), machO(11, 0)))
        .containsEntry("Rust-Minimum-Os", "macos 11.0")
        .doesNotContainKey("Rust-Minimum-Os-x86_64");
  }

  private static Map<String, String> universal(MachODetails intel, MachODetails arm) {
    return attributes(
        "universal2-apple-darwin",
        Optional.empty(),
        library(
            "one.dylib",
            Binaries.universal("/usr/lib/dyld"),
            new UniversalDetails(
                List.of(
                    new UniversalSlice(0x1000007, 3, 0x4000, 8, intel),
                    new UniversalSlice(0x100000c, 0, 0x8000, 8, arm)))));
  }

  private static Map<String, String> attributes(
      String triple, Optional<String> floor, FinishedArtifact... libraries) {
    TargetResult target =
        new TargetResult(
            new TargetTriple(triple),
            Status.BUILT,
            Optional.of(new ToolchainUsed("zig", Optional.of("0.17.0"))),
            floor.flatMap(GlibcVersion::parse),
            new RuleLevels(Map.of()),
            List.of(libraries),
            List.of(),
            List.of(),
            List.of());
    BuildReport report =
        new BuildReport(
            List.of("app 1.0.0"),
            Optional.empty(),
            Optional.of("1.0.0"),
            Optional.of("1.95.0"),
            Optional.of("1.95.0"),
            Map.of(),
            List.of(target),
            List.of(),
            List.of());
    return JarAttributes.of(report, target, List.of(libraries));
  }

  private static FinishedArtifact library(
      String file, Inspection measured, BinaryDetails details, String... dependencies) {
    return Binaries.finished(
        Path.of(file),
        ArtifactKind.CDYLIB,
        "jar",
        "platform",
        8,
        new Verification(measured, details, List.of(), List.of(dependencies)));
  }

  private static MachODetails machO(int major, int minor) {
    return new MachODetails(
        0,
        0,
        0,
        6,
        0,
        List.of(
            new MachOPlatform(1, new BinaryVersion(major, minor, 0), new BinaryVersion(0, 0, 0))),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new MachOSymbols(List.of(), List.of(), false),
        false,
        List.of());
  }
}
