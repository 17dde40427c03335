package io.github.rustcross.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.Endianness;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.Linkage;
import io.github.rustcross.maven.fixture.Binaries;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A binary")
class BinaryVerifierTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final String GNU = "x86_64-unknown-linux-gnu";
  private static final String MUSL = "x86_64-unknown-linux-musl";
  private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";

  @Test
  @DisplayName("that is what its target needs passes")
  void good() {
    assertThat(verify(GNU, ArtifactKind.BIN, "2.17", Binaries.glibc("x86_64", LOADER, "2.17")))
        .isEmpty();
    assertThat(verify(MUSL, ArtifactKind.BIN, null, Binaries.musl("x86_64"))).isEmpty();
    assertThat(
            verify(
                "i686-pc-windows-gnu",
                ArtifactKind.CDYLIB,
                null,
                Binaries.dynamic(
                    BinaryFormat.PE, FileKind.SHARED_LIBRARY, "x86", 32, "KERNEL32.dll")))
        .isEmpty();
    assertThat(
            verify(
                "universal2-apple-darwin",
                ArtifactKind.BIN,
                null,
                Binaries.universal("/usr/lib/dyld")))
        .isEmpty();
    assertThat(verify(GNU, ArtifactKind.STATICLIB, "2.17", Binaries.archive("x86_64"))).isEmpty();
    assertThat(
            verify(
                "wasm32-wasip1",
                ArtifactKind.BIN,
                null,
                Binaries.dynamic(
                    BinaryFormat.WASM, FileKind.MODULE, "wasm32", 32, "wasi_snapshot_preview1")))
        .isEmpty();
  }

  @Test
  @DisplayName("may need any glibc where none was promised")
  void noFloor() {
    assertThat(verify(GNU, ArtifactKind.BIN, null, Binaries.glibc("x86_64", LOADER, "2.41")))
        .isEmpty();
  }

  @Test
  @DisplayName("of another format is refused, for that alone")
  void format() {
    assertThat(
            verify(
                GNU,
                ArtifactKind.BIN,
                "2.17",
                Binaries.dynamic(BinaryFormat.PE, FileKind.EXECUTABLE, "aarch64", 64)))
        .containsExactly(
            Problem.of(
                ProblemCode.VERIFY_FORMAT,
                "x86_64-unknown-linux-gnu/app is of format pe, the target needs elf",
                "Something put another file in its place; build again from a clean target"
                    + " folder."));
    assertThat(verify(GNU, ArtifactKind.STATICLIB, null, Binaries.musl("x86_64")))
        .extracting(Problem::message)
        .containsExactly("x86_64-unknown-linux-gnu/app is of format elf, the target needs archive");
  }

  @Test
  @DisplayName("of another kind is refused: an executable where a library is wanted")
  void kind() {
    assertThat(verify(GNU, ArtifactKind.CDYLIB, "2.17", Binaries.glibc("x86_64", LOADER, "2.17")))
        .containsExactly(
            Problem.of(
                ProblemCode.VERIFY_FORMAT,
                "x86_64-unknown-linux-gnu/app is of kind executable, a cdylib has to be"
                    + " shared-library",
                "Look for link arguments in build scripts or flags that change what is linked."));
    assertThat(
            verify(
                "wasm32-wasip1",
                ArtifactKind.BIN,
                null,
                Binaries.dynamic(BinaryFormat.WASM, FileKind.OBJECT, "wasm32", 32)))
        .extracting(Problem::message)
        .containsExactly(
            "wasm32-wasip1/app is of kind object, a bin has to be module or component");
  }

  @Test
  @DisplayName("that is joined from other machines than its target's is refused")
  void slices() {
    Inspection good = Binaries.universal("/usr/lib/dyld");
    Inspection intel = good.slices().get(0);
    Inspection twice =
        new Inspection(
            good.format(),
            good.kind(),
            good.architecture(),
            good.bits(),
            good.endianness(),
            good.linkage(),
            good.interpreter(),
            good.glibc(),
            good.needed(),
            List.of(intel, intel));

    assertThat(verify("universal2-apple-darwin", ArtifactKind.BIN, null, twice))
        .containsExactly(
            Problem.of(
                ProblemCode.VERIFY_MACHINE,
                "universal2-apple-darwin/app has slices for [x86_64, x86_64], the target needs"
                    + " [aarch64, x86_64]",
                "Build it again from a clean target folder."));
  }

  @Test
  @DisplayName("for another machine is refused")
  void machine() {
    assertThat(verify(GNU, ArtifactKind.BIN, "2.17", Binaries.glibc("aarch64", LOADER, "2.17")))
        .containsExactly(
            Problem.of(
                ProblemCode.VERIFY_MACHINE,
                "x86_64-unknown-linux-gnu/app is for aarch64, 64 bits, little-endian, the target"
                    + " needs x86_64, 64 bits, little-endian",
                "Check that no build script brings a prebuilt library of another platform"
                    + " along."));
    assertThat(verify(GNU, ArtifactKind.STATICLIB, null, Binaries.archive("s390x")))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.VERIFY_MACHINE);
  }

  @Test
  @DisplayName("of another width or byte order is refused")
  void widthAndOrder() {
    assertThat(
            verify(
                "x86_64-pc-windows-gnu",
                ArtifactKind.BIN,
                null,
                Binaries.dynamic(BinaryFormat.PE, FileKind.EXECUTABLE, "x86_64", 32)))
        .extracting(Problem::message)
        .containsExactly(
            "x86_64-pc-windows-gnu/app is for x86_64, 32 bits, little-endian, the target needs"
                + " x86_64, 64 bits, little-endian");
    assertThat(verify("s390x-unknown-linux-gnu", ArtifactKind.BIN, null, Binaries.musl("s390x")))
        .extracting(Problem::message)
        .first()
        .asString()
        .endsWith("the target needs s390x, 64 bits, big-endian");
  }

  @Test
  @DisplayName("that is dynamic where static was promised is refused, with what it needs")
  void dynamic() {
    assertThat(
            verify(
                MUSL,
                ArtifactKind.BIN,
                null,
                Binaries.dynamic(
                    BinaryFormat.ELF, FileKind.EXECUTABLE, "x86_64", 64, "libc.so", "libz.so")))
        .containsExactly(
            Problem.of(
                ProblemCode.VERIFY_LINKAGE,
                "x86_64-unknown-linux-musl/app is linked dynamic (needs libc.so, libz.so), the"
                    + " target promises static",
                "Look for a build script or flag that changes how the crate is linked"
                    + " (target-feature=crt-static, rustc-link-lib=dylib)."));
  }

  @Test
  @DisplayName("that is static where dynamic was promised is refused")
  void statically() {
    assertThat(verify(GNU, ArtifactKind.BIN, null, Binaries.musl("x86_64")))
        .extracting(Problem::message)
        .containsExactly(
            "x86_64-unknown-linux-gnu/app is linked static, the target promises dynamic",
            "x86_64-unknown-linux-gnu/app asks for the loader (none), the target has " + LOADER);
  }

  @Test
  @DisplayName("that asks for another loader is refused")
  void loader() {
    assertThat(
            verify(
                GNU,
                ArtifactKind.BIN,
                "2.17",
                Binaries.glibc("x86_64", "/nix/store/x/ld-linux-x86-64.so.2", "2.17")))
        .containsExactly(
            Problem.of(
                ProblemCode.VERIFY_LOADER,
                "x86_64-unknown-linux-gnu/app asks for the loader"
                    + " /nix/store/x/ld-linux-x86-64.so.2, the target has "
                    + LOADER,
                "The linker belongs to another platform or distribution: name one that fits with"
                    + " rust.crossToolchain."));
  }

  @Test
  @DisplayName("that needs a newer glibc than promised is refused, with both")
  void glibc() {
    assertThat(verify(GNU, ArtifactKind.BIN, "2.17", Binaries.glibc("x86_64", LOADER, "2.34")))
        .containsExactly(
            Problem.of(
                ProblemCode.VERIFY_GLIBC,
                "x86_64-unknown-linux-gnu/app needs glibc 2.34, promised is 2.17",
                "Ask for the higher floor with x86_64-unknown-linux-gnu.2.34, or find what brings"
                    + " the newer symbols in."));
  }

  @Test
  @DisplayName("for musl that needs glibc is refused")
  void glibcOnMusl() {
    Inspection library =
        new Inspection(
            BinaryFormat.ELF,
            FileKind.SHARED_LIBRARY,
            "x86_64",
            64,
            Endianness.LITTLE,
            Linkage.DYNAMIC,
            Optional.empty(),
            GlibcVersion.parse("2.2.5"),
            List.of("libc.so.6"),
            List.of());

    assertThat(verify(MUSL, ArtifactKind.CDYLIB, null, library))
        .containsExactly(
            Problem.of(
                ProblemCode.VERIFY_GLIBC,
                "x86_64-unknown-linux-musl/app needs glibc 2.2.5, the target has musl",
                "A library of the host got on the link line; look at the build scripts'"
                    + " link-search paths."));
  }

  private static List<Problem> verify(
      String triple, ArtifactKind kind, String floor, Inspection measured) {
    Target target = CATALOG.require(new TargetTriple(triple));
    List<Target> parts =
        target.isUniversal()
            ? target.slices().stream().map(CATALOG::require).toList()
            : List.of(target);
    return BinaryVerifier.verify(
        "app",
        target,
        parts,
        kind,
        Optional.ofNullable(floor).flatMap(GlibcVersion::parse),
        measured);
  }
}
