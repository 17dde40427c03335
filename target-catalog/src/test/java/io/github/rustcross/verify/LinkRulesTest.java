package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.ElfVersionNeeded;
import io.github.rustcross.inspect.Fixtures;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How a file is linked:")
class LinkRulesTest {
  private static final BinarySubject PROGRAM = Verified.subject(Elf.X86_64, ArtifactKind.BIN);
  private static final BinarySubject LIBRARY = Verified.subject(Elf.X86_64, ArtifactKind.CDYLIB);

  @Test
  @DisplayName("static or dynamic, as its kind has to be")
  void linkage() throws Exception {
    byte[] dynamic = Fixtures.bytes("elf-x86_64-glibc-pie");
    byte[] fixed = Fixtures.bytes("elf-x86_64-musl-static-pie");
    BinarySubject musl = Verified.subject(Elf.MUSL, ArtifactKind.BIN);

    assertThat(Verified.of(dynamic, PROGRAM).lines(Rule.LINKAGE))
        .containsExactly("dynamic | dynamic | kept");
    assertThat(Verified.of(fixed, musl).lines(Rule.LINKAGE))
        .containsExactly("static | static | kept");
    assertThat(Verified.of(fixed, PROGRAM).finding(Rule.LINKAGE).message())
        .isEqualTo("a-file: linkage: static; promised is dynamic");
    assertThat(Verified.of(dynamic, musl).finding(Rule.LINKAGE).fix())
        .isEqualTo(
            "Look for target-feature=crt-static in rustflags and rustc-link-lib=dylib in build"
                + " scripts.");
  }

  @Test
  @DisplayName("with the loader of its target")
  void loader() throws Exception {
    Verified other = Verified.bin(Elf.program("/nix/store/ld.so").image(), Elf.X86_64);
    Verified none = Verified.of(Fixtures.bytes("elf-x86_64-musl-static-pie"), PROGRAM);

    assertThat(Verified.bin(Elf.program().image(), Elf.X86_64).lines(Rule.LOADER))
        .containsExactly("/lib64/ld-linux-x86-64.so.2 | /lib64/ld-linux-x86-64.so.2 | kept");
    assertThat(other.onlyFinding().message())
        .isEqualTo("a-file: loader: /nix/store/ld.so; promised is /lib64/ld-linux-x86-64.so.2");
    assertThat(other.onlyFinding().fix())
        .isEqualTo(
            "Name a toolchain that fits with -Drust.crossToolchain, or take -Wl,--dynamic-linker"
                + " out of the link arguments.");
    assertThat(none.lines(Rule.LOADER))
        .containsExactly("none | /lib64/ld-linux-x86-64.so.2 | broken");
  }

  @Test
  @DisplayName("a library with a loader only tells it")
  void loaderOfLibrary() throws Exception {
    Verified file = Verified.of(Fixtures.bytes("elf-x86_64-interp-library.so"), LIBRARY);

    assertThat(file.lines(Rule.LOADER))
        .containsExactly("/lib64/ld-linux-x86-64.so.2 |  | reported");
  }

  @Nested
  @DisplayName("glibc")
  class Glibc {
    private final byte[] newer = Fixtures.bytes("elf-x86_64-private");

    @Test
    @DisplayName("is not newer than the floor, or the symbols are named that are")
    void floor() throws Exception {
      Verified file = Verified.of(newer, PROGRAM);
      Finding finding = file.finding(Rule.GLIBC);

      assertThat(finding.message())
          .isEqualTo("a-file: glibc: 2.36 (GLIBC_ABI_DT_RELR); promised is 2.17 or older");
      assertThat(finding.cause())
          .isEqualTo(
              "The file needs GLIBC_ABI_DT_RELR and __libc_start_main@GLIBC_2.34,"
                  + " __libc_single_threaded@GLIBC_2.32.");
      assertThat(finding.fix())
          .isEqualTo(
              "Where the target has glibc, ask for the higher floor:"
                  + " x86_64-unknown-linux-gnu.2.36");
      assertThat(file.verification().broken())
          .singleElement()
          .satisfies(
              check ->
                  assertThat(check.words())
                      .containsEntry(
                          SymbolNeeds.NAMES, "__libc_start_main __libc_single_threaded"));
    }

    @ParameterizedTest
    @CsvSource({"2.36, kept", "2.38, kept", "2.35, broken"})
    @DisplayName("may be as new as the floor that was asked for")
    void higherFloor(String floor, String outcome) throws Exception {
      assertThat(Verified.of(newer, Verified.withFloor(PROGRAM, floor)).lines(Rule.GLIBC))
          .containsExactly("2.36 (GLIBC_ABI_DT_RELR) | %s or older | %s".formatted(floor, outcome));
    }

    @Test
    @DisplayName("is told where no floor is promised")
    void noFloor() throws Exception {
      Verified file = Verified.of(newer, Verified.withFloor(PROGRAM, "none"));

      assertThat(file.broken()).isEmpty();
      assertThat(file.lines(Rule.GLIBC)).containsExactly("2.36 (GLIBC_ABI_DT_RELR) |  | reported");
    }

    @Test
    @DisplayName("is not needed on musl")
    void musl() throws Exception {
      Verified file =
          Verified.of(
              Fixtures.bytes("elf-x86_64-glibc-library.so"),
              Verified.subject(Elf.MUSL, ArtifactKind.CDYLIB));

      assertThat(file.broken()).containsExactly(Rule.LIBRARY, Rule.GLIBC);
      assertThat(file.finding(Rule.GLIBC).message())
          .isEqualTo("a-file: glibc: 2.2.5; promised is musl, not glibc");
      assertThat(file.finding(Rule.GLIBC).cause())
          .isEqualTo("The file needs puts@GLIBC_2.2.5, __cxa_finalize@GLIBC_2.2.5.");
    }

    @Test
    @DisplayName("counts the symbols that do not fit into the message")
    void manySymbols() throws Exception {
      String[] names = {"a", "b", "c", "d", "e", "f"};

      assertThat(
              SymbolNeeds.of(
                      List.of(
                          new ElfVersionNeeded("libc.so.6", "GLIBC_2.34", false, List.of(names))))
                  .words())
          .containsEntry(
              "symbols", "a@GLIBC_2.34, b@GLIBC_2.34, c@GLIBC_2.34, d@GLIBC_2.34 and 2 more")
          .containsEntry(SymbolNeeds.NAMES, "a b c d e f");
    }

    @Test
    @DisplayName("may be needed by no symbol in particular")
    void withoutSymbols() throws Exception {
      Verified file =
          Verified.cdylib(Elf.library().versions("libc.so.6", "GLIBC_2.30").image(), Elf.X86_64);

      assertThat(file.onlyFinding().cause()).isEqualTo("The file needs something without a name.");
    }
  }

  @Nested
  @DisplayName("libstdc++ and libgcc")
  class Companions {
    private final byte[] library = Fixtures.bytes("elf-x86_64-jni.so");

    @Test
    @DisplayName("are not newer than what systems with the floor have")
    void older() throws Exception {
      Verified file = Verified.of(library, LIBRARY);
      Finding finding = file.finding(Rule.SYMBOL_VERSION);

      assertThat(file.lines(Rule.SYMBOL_VERSION))
          .containsExactly(
              "GLIBCXX_3.4.21 | GLIBCXX_3.4.19 or older | broken",
              "CXXABI_1.3 | CXXABI_1.3.7 or older | kept",
              "GCC_3.0 | GCC_4.7.0 or older | kept");
      assertThat(finding.cause())
          .contains("_M_disposeEv@GLIBCXX_3.4.21")
          .endsWith(", newer than what systems with glibc 2.17 have.");
      assertThat(finding.fix())
          .isEqualTo("Link the C++ library statically, or ask for a higher glibc floor.");
    }

    @ParameterizedTest
    @CsvSource({
      "2.23, 3.4.19, broken",
      "2.24, 3.4.22, kept",
      "2.26, 3.4.22, kept",
      "2.40, 3.4.33, kept"
    })
    @DisplayName("may be as new as those of the floor that was asked for")
    void higherFloor(String floor, String most, String outcome) throws Exception {
      assertThat(
              Verified.of(library, Verified.withFloor(LIBRARY, floor)).lines(Rule.SYMBOL_VERSION))
          .contains("GLIBCXX_3.4.21 | GLIBCXX_%s or older | %s".formatted(most, outcome));
    }

    @Test
    @DisplayName("are ordered by number, not by letter")
    void order() throws Exception {
      Verified file =
          Verified.cdylib(
              Elf.library()
                  .versions("libc.so.6", "GLIBC_2.2.5")
                  .versions("libgcc_s.so.1", "GCC_3.3.1", "GCC_12.0.0", "GCC_4.2.0")
                  .image(),
              Elf.X86_64);

      assertThat(file.lines(Rule.SYMBOL_VERSION))
          .containsExactly("GCC_12.0.0 | GCC_4.7.0 or older | broken");
    }
  }
}
