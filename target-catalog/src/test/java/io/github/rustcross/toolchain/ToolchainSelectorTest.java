package io.github.rustcross.toolchain;

import static io.github.rustcross.toolchain.Machine.AUTO;
import static io.github.rustcross.toolchain.Machine.NO_FLOOR_SAID;
import static io.github.rustcross.toolchain.Machine.atMost;
import static io.github.rustcross.toolchain.Machine.bin;
import static io.github.rustcross.toolchain.Machine.cdylib;
import static io.github.rustcross.toolchain.Machine.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rustcross.catalog.Language;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The choice of a toolchain")
class ToolchainSelectorTest {
  private static final String GNU = "aarch64-unknown-linux-gnu";
  private static final String MUSL = "x86_64-unknown-linux-musl";
  private static final String MACOS = "aarch64-apple-darwin";
  private static final String WINDOWS = "x86_64-pc-windows-gnu";
  private static final FloorRequest ANY_GLIBC = new FloorRequest.None();
  private static final String WITHOUT_FLOOR =
      "With -Drust.glibc=none nothing is promised, and it serves if it is here.";
  private static final String PIP = "python3 -m pip install ziglang==0.17.0 cargo-zigbuild==0.24.0";

  private final Machine bare = Machine.debian();
  private final Machine equipped = Machine.debian().withAllTools();

  @Nested
  @DisplayName("left to the catalog")
  class Auto {
    @Test
    @DisplayName("is the first in its order and says so")
    void first() {
      Selected selected = selected(equipped.select(GNU, bin(), NO_FLOOR_SAID, AUTO));

      assertThat(selected.choice().label()).isEqualTo("zig");
      assertThat(selected.floor()).contains(new GlibcVersion(2, 17));
      assertThat(selected.reason())
          .isEqualTo(
              "no crate compiles foreign code, promises glibc 2.17; first in the catalog's order");
    }

    @Test
    @DisplayName("is the target's own lowest glibc where that is higher")
    void higherFloor() {
      Selected selected =
          selected(equipped.select("riscv64gc-unknown-linux-gnu", bin(), NO_FLOOR_SAID, AUTO));

      assertThat(selected.floor()).contains(new GlibcVersion(2, 29));
    }

    @Test
    @DisplayName("promises the glibc that is asked for")
    void askedFloor() {
      Selected selected = selected(equipped.select(GNU, bin(), atMost("2.28"), AUTO));

      assertThat(selected.floor()).contains(new GlibcVersion(2, 28));
      assertThat(selected.reason()).contains("promises glibc 2.28");
    }

    @Test
    @DisplayName("promises no glibc that is newer than what it knows")
    void floorTooHigh() {
      assertThat(equipped.select(GNU, bin(), atMost("2.44"), AUTO)).isInstanceOf(Selected.class);
      assertThat(((Unservable) equipped.select(GNU, bin(), atMost("2.45"), AUTO)).rejections())
          .extracting(Rejection::toString)
          .contains("zig: it knows glibc up to 2.44 and cannot build against 2.45");
    }

    @Test
    @DisplayName("needs nothing but rustc for pure Rust on musl")
    void pureRustOnMusl() {
      Selected selected = selected(bare.select(MUSL, bin(), NO_FLOOR_SAID, AUTO));

      assertThat(selected.choice().label()).isEqualTo("rust-lld");
      assertThat(selected.floor()).isEmpty();
      assertThat(selected.reason())
          .isEqualTo("no crate compiles foreign code; first in the catalog's order");
    }

    @Test
    @DisplayName("skips what cannot compile C and says why")
    void cOnMusl() {
      Selected selected = selected(equipped.select(MUSL, bin(Language.C), NO_FLOOR_SAID, AUTO));

      assertThat(selected.choice().label()).isEqualTo("zig + rust-lld");
      assertThat(selected.reason())
          .isEqualTo(
              "the crate compiles C; first that serves"
                  + " (not rust-lld: the crate compiles C, it does not)");
    }

    @Test
    @DisplayName("does not link C++ on musl with rust-lld, which has no C++ library")
    void cxxOnMusl() {
      Selected selected =
          selected(equipped.select(MUSL, bin(Language.C, Language.CXX), NO_FLOOR_SAID, AUTO));

      assertThat(selected.choice().label()).isEqualTo("zig");
      assertThat(selected.choice().linkingToolchain()).isEqualTo("zig");
      assertThat(selected.reason())
          .isEqualTo(
              "the crate compiles C and C++; first that serves"
                  + " (not rust-lld: the crate compiles C and C++, it does not;"
                  + " not zig + rust-lld: it cannot link the library of C++)");
    }

    @Test
    @DisplayName("does not make a cdylib for musl with rust-lld")
    void cdylibOnMusl() {
      Selected selected = selected(equipped.select(MUSL, cdylib(), NO_FLOOR_SAID, AUTO));

      assertThat(selected.choice().label()).isEqualTo("zig");
      assertThat(selected.choice().rustflags()).isEmpty();
      assertThat(selected.reason())
          .endsWith(
              "(not rust-lld: it cannot make a cdylib;"
                  + " not zig + rust-lld: it cannot make a cdylib)");
    }

    @Test
    @DisplayName("asks zig for programs on musl that can be loaded anywhere")
    void positionOnMusl() {
      Selected selected = selected(equipped.select(MUSL, bin(Language.CXX), NO_FLOOR_SAID, AUTO));

      assertThat(selected.choice().label()).isEqualTo("zig");
      assertThat(selected.choice().rustflags()).containsExactly("-Clink-arg={staticPie?}");
    }

    @Test
    @DisplayName("names a toolchain once that serves in no way")
    void rejectedOnce() {
      assertThat(rejections(bare.select(MUSL, bin(Language.CXX), NO_FLOOR_SAID, AUTO)))
          .extracting(Rejection::choice)
          .contains("zig + rust-lld", "zig")
          .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("never degrades to a distribution's gcc, although it is there")
    void noSilentGcc() {
      Machine machine = bare.withPrograms("aarch64-linux-gnu-gcc");

      assertThat(rejections(machine.select(GNU, bin(), NO_FLOOR_SAID, AUTO)))
          .containsExactly(
              new Rejection(
                  "zig",
                  "zig is not here and cannot be had: zig is not on PATH",
                  List.of(new Remedy.CommandLine(PIP))),
              new Rejection(
                  "gcc",
                  "it links the C library that it comes with and cannot promise glibc 2.17",
                  List.of(),
                  List.of(WITHOUT_FLOOR)),
              new Rejection(
                  "clang",
                  "it links the C library that it comes with and cannot promise glibc 2.17",
                  List.of(),
                  List.of(WITHOUT_FLOOR)));
    }

    @Test
    @DisplayName("may be a distribution's gcc where no glibc is to be promised")
    void gccWithoutFloor() {
      Machine machine = bare.withPrograms("aarch64-linux-gnu-gcc");

      Selected selected = selected(machine.select(GNU, bin(Language.C), ANY_GLIBC, AUTO));

      assertThat(selected.choice().label()).isEqualTo("gcc");
      assertThat(selected.floor()).isEmpty();
      assertThat(selected.reason())
          .isEqualTo(
              "the crate compiles C; first that serves"
                  + " (not zig: zig is not here and cannot be had: zig is not on PATH)");
    }

    @Test
    @DisplayName("names every reason of a tool that cannot be had")
    void reasonsOfATool() {
      Machine machine =
          equipped.withTools(
              Map.of(
                  "zig", new ToolState.Obtainable(Path.of("/cache/zig"), "0.17.0"),
                  "cargo-zigbuild",
                      new ToolState.Unavailable(List.of("not on PATH", "fetching is off"))));

      assertThat(rejections(machine.select(MACOS, bin(), NO_FLOOR_SAID, AUTO)))
          .startsWith(
              new Rejection("cargo", "it serves on macos only", List.of()),
              new Rejection(
                  "zig",
                  "cargo-zigbuild is not here and cannot be had: not on PATH; fetching is off",
                  List.of(new Remedy.CommandLine(PIP))));
    }

    @Test
    @DisplayName("counts a tool that can be fetched as there")
    void obtainable() {
      ToolState obtainable = new ToolState.Obtainable(Path.of("/cache/tool"), "1");
      Machine machine = bare.withTools(Map.of("zig", obtainable, "cargo-zigbuild", obtainable));

      assertThat(selected(machine.select(GNU, bin(), NO_FLOOR_SAID, AUTO)).choice().label())
          .isEqualTo("zig");
    }

    @Test
    @DisplayName("asks for a C++ compiler only where C++ is compiled")
    void cxxCompilerMissing() {
      Machine machine = bare.withPrograms("aarch64-linux-gnu-gcc");

      assertThat(selected(machine.select(GNU, bin(Language.C), ANY_GLIBC, AUTO))).isNotNull();
      assertThat(rejections(machine.select(GNU, bin(Language.C, Language.CXX), ANY_GLIBC, AUTO)))
          .contains(
              new Rejection(
                  "gcc",
                  "aarch64-linux-gnu-g++ or aarch64-unknown-linux-gnu-g++ is not on PATH",
                  FakeHost.apt("gcc-aarch64-linux-gnu", "g++-aarch64-linux-gnu")));
    }

    @Test
    @DisplayName("takes musl-gcc of the distribution only for the machine's own architecture")
    void sameArchitecture() {
      Machine machine = bare.withPrograms("musl-gcc");

      assertThat(
              selected(machine.select(MUSL, bin(Language.C), NO_FLOOR_SAID, AUTO)).choice().label())
          .isEqualTo("musl-gcc + rust-lld");
      assertThat(
              rejections(
                  machine.select(
                      "aarch64-unknown-linux-musl", bin(Language.C), NO_FLOOR_SAID, AUTO)))
          .extracting(Rejection::toString)
          .contains(
              "musl-cross: aarch64-linux-musl-gcc is not on PATH",
              "musl-gcc: it serves only targets with this machine's architecture, x86_64");
    }
  }

  @Nested
  @DisplayName("that fails")
  class Remedies {
    @Test
    @DisplayName("names the command of the package manager that is on PATH")
    void ofPackageManager() {
      assertThat(remedy(Machine.of("x86_64-unknown-linux-gnu", "apt-get")))
          .contains("apt-get install -y gcc-mingw-w64-x86-64 g++-mingw-w64-x86-64");
      assertThat(remedy(Machine.of("x86_64-unknown-linux-gnu", "dnf")))
          .contains("dnf install -y mingw64-gcc mingw64-gcc-c++");
      assertThat(remedy(Machine.of("aarch64-apple-darwin", "port")))
          .contains("port install x86_64-w64-mingw32-gcc");
      assertThat(remedy(Machine.of("aarch64-apple-darwin", "port", "brew")))
          .contains("brew install mingw-w64");
    }

    @Test
    @DisplayName("puts sudo in front where the package manager needs root and the user is not")
    void sudo() {
      assertThat(remedy(Machine.of("x86_64-unknown-linux-gnu", "apk").unprivileged()))
          .contains("sudo apk add mingw-w64-gcc");
      assertThat(remedy(Machine.of("aarch64-apple-darwin", "brew").unprivileged()))
          .contains("brew install mingw-w64");
    }

    @Test
    @DisplayName("takes the next package manager where the first has nothing for the target")
    void nextManager() {
      Machine machine = Machine.of("x86_64-unknown-linux-gnu", "dnf", "brew");

      assertThat(remedy(machine, GNU, "gcc"))
          .contains("brew install messense/macos-cross-toolchains/" + GNU);
    }

    @Test
    @DisplayName("names no command where none is known")
    void none() {
      assertThat(remedy(Machine.of("x86_64-unknown-linux-gnu"))).isEmpty();
      assertThat(
              remedy(
                  Machine.of("x86_64-unknown-linux-gnu", "dnf"), "s390x-unknown-linux-gnu", "gcc"))
          .isEmpty();
    }

    @Test
    @DisplayName("names the command for any host where no package manager has it")
    void any() {
      List<Rejection> rejections =
          rejections(
              Machine.of("x86_64-unknown-linux-gnu", "dnf")
                  .select(GNU, bin(), NO_FLOOR_SAID, AUTO));

      assertThat(rejections.get(0).remedy()).contains(PIP);
    }

    @Test
    @DisplayName("names one command for each package manager, however much is lacking")
    void merged() {
      List<Remedy> some =
          List.of(
              FakeHost.apt("gcc", "g++").get(0),
              new Remedy.CommandLine("get x"),
              FakeHost.apt("g++", "qemu").get(0),
              new Remedy.CommandLine("get x"));

      assertThat(Remedy.commands(some)).containsExactly("apt-get install -y gcc g++ qemu", "get x");
      assertThat(Remedy.line(some)).contains("apt-get install -y gcc g++ qemu && get x");
      assertThat(Remedy.line(List.of())).isEmpty();
    }

    private Optional<String> remedy(Machine machine) {
      return remedy(machine, WINDOWS, "mingw");
    }

    private Optional<String> remedy(Machine machine, String triple, String toolchain) {
      return rejections(machine.select(triple, bin(Language.C), NO_FLOOR_SAID, named(toolchain)))
          .get(0)
          .remedy();
    }
  }

  @Nested
  @DisplayName("by name")
  class Named {
    @Test
    @DisplayName("is that one, with the glibc it can promise")
    void promises() {
      Selected selected = selected(equipped.select(GNU, bin(), NO_FLOOR_SAID, named("zig")));

      assertThat(selected.choice().label()).isEqualTo("zig");
      assertThat(selected.floor()).contains(new GlibcVersion(2, 17));
      assertThat(selected.reason()).isEqualTo("named");
    }

    @Test
    @DisplayName("needs no promise of a glibc where none was asked for")
    void promisesNothing() {
      Machine machine = bare.withPrograms("aarch64-linux-gnu-gcc");

      Selected selected =
          selected(machine.select(GNU, bin(Language.C), NO_FLOOR_SAID, named("gcc")));

      assertThat(selected.choice().label()).isEqualTo("gcc");
      assertThat(selected.floor()).isEmpty();
    }

    @Test
    @DisplayName("is refused where a glibc is asked for that it cannot promise")
    void cannotPromise() {
      Machine machine = bare.withPrograms("aarch64-linux-gnu-gcc");

      assertThat(rejections(machine.select(GNU, bin(), atMost("2.28"), named("gcc"))))
          .extracting(Rejection::toString)
          .containsExactly(
              "gcc: it links the C library that it comes with and cannot promise glibc 2.28");
    }

    @Test
    @DisplayName("is refused where it cannot do what the crate needs")
    void cannotCompile() {
      assertThat(
              rejections(equipped.select(MUSL, bin(Language.C), NO_FLOOR_SAID, named("rust-lld"))))
          .extracting(Rejection::toString)
          .containsExactly("rust-lld: the crate compiles C, it does not");
    }

    @Test
    @DisplayName("takes the first of several choices with that name that serves")
    void severalChoices() {
      assertThat(
              selected(equipped.select(MUSL, bin(), NO_FLOOR_SAID, named("zig"))).choice().label())
          .isEqualTo("zig + rust-lld");
      assertThat(
              selected(equipped.select(MUSL, cdylib(), NO_FLOOR_SAID, named("zig")))
                  .choice()
                  .label())
          .isEqualTo("zig");
    }

    @Test
    @DisplayName("is refused without a further reason where the target has no such toolchain")
    void notForTarget() {
      assertThat(rejections(equipped.select(MUSL, bin(), NO_FLOOR_SAID, named("mingw")))).isEmpty();
    }

    @Test
    @DisplayName("serves any target where it is whatever cargo does")
    void cargoForAnyTarget() {
      for (String triple : List.of(GNU, MUSL, MACOS, WINDOWS, "wasm32-wasip1")) {
        Selected selected =
            selected(
                bare.select(
                    triple, cdylib(Language.C, Language.CXX), NO_FLOOR_SAID, named("cargo")));

        assertThat(selected.choice().label()).isEqualTo("cargo");
        assertThat(selected.floor()).isEmpty();
      }
    }

    @Test
    @DisplayName("has to be in the catalog")
    void unknown() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bare.select(GNU, bin(), NO_FLOOR_SAID, named("icc")))
          .withMessage("no toolchain icc");
    }
  }

  @Nested
  @DisplayName("for the machine itself")
  class ForHost {
    @Test
    @DisplayName("is plain cargo, nothing promised, when it is asked for as host")
    void host() {
      Selected selected =
          selected(
              bare.select(
                  "x86_64-unknown-linux-gnu",
                  cdylib(Language.C, Language.CXX),
                  NO_FLOOR_SAID,
                  new ToolchainRequest.HostDefault()));

      assertThat(selected.choice().label()).isEqualTo("cargo");
      assertThat(selected.floor()).isEmpty();
      assertThat(selected.reason()).isEqualTo("asked for as host: built as plain cargo does");
    }

    @Test
    @DisplayName("is plain cargo on macOS, whose own tools know both architectures")
    void macos() {
      Machine mac = Machine.of(MACOS).withAllTools();

      for (String triple : List.of(MACOS, "x86_64-apple-darwin")) {
        assertThat(
                selected(mac.select(triple, bin(Language.C), NO_FLOOR_SAID, AUTO)).choice().label())
            .isEqualTo("cargo");
      }
    }

    @Test
    @DisplayName(
        "is plain cargo on Windows for MSVC, and elsewhere takes a folder that only the user has")
    void msvc() {
      String msvc = "x86_64-pc-windows-msvc";

      assertThat(
              selected(Machine.of(msvc).select(msvc, bin(Language.C), NO_FLOOR_SAID, AUTO))
                  .choice()
                  .label())
          .isEqualTo("cargo");
      assertThat(rejections(equipped.select(msvc, bin(), NO_FLOOR_SAID, AUTO)))
          .extracting(Rejection::toString)
          .containsExactly(
              "cargo: it serves on windows only",
              "xwin: a folder of xwin is needed: XWIN_CACHE_DIR, LOCALAPPDATA are not set;"
                  + " say which with -Drust.crossToolchain=xwin:/path/to/it");
    }

    @Test
    @DisplayName("is not plain cargo for macOS elsewhere")
    void macosElsewhere() {
      Selected selected = selected(equipped.select(MACOS, bin(), NO_FLOOR_SAID, AUTO));

      assertThat(selected.choice().label()).isEqualTo("zig");
      assertThat(selected.reason())
          .endsWith("first that serves (not cargo: it serves on macos only)");
    }
  }

  private static Selected selected(ToolchainSelection selection) {
    assertThat(selection).isInstanceOf(Selected.class);
    return (Selected) selection;
  }

  private static List<Rejection> rejections(ToolchainSelection selection) {
    assertThat(selection).isInstanceOf(Unservable.class);
    return ((Unservable) selection).rejections();
  }
}
