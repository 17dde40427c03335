package io.github.rustcross.toolchain;

import static io.github.rustcross.toolchain.Machine.AUTO;
import static io.github.rustcross.toolchain.Machine.NO_FLOOR_SAID;
import static io.github.rustcross.toolchain.Machine.atMost;
import static io.github.rustcross.toolchain.Machine.bin;
import static io.github.rustcross.toolchain.Machine.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sysroot")
class SysrootTest {
  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final String LIBRARIES = "/sysroots/debian-11/usr/lib/aarch64-linux-gnu";
  private static final Machine MACHINE =
      Machine.debian()
          .withAllTools()
          .withPrograms("clang", "clang++", "llvm-ar", "llvm-ranlib", "aarch64-linux-gnu-gcc")
          .withFiles(LIBRARIES + "/libssl.so", "/usr/lib/gcc-cross/aarch64-linux-gnu/12/libgcc.a");
  private static final TargetSysroot BULLSEYE =
      new TargetSysroot(
          "debian-11",
          Optional.of(Path.of("/sysroots/debian-11")),
          Optional.of(new GlibcVersion(2, 31)),
          Map.of(
              "gcc",
              "/sysroots/debian-11/usr/lib/gcc/aarch64-linux-gnu/10",
              "gccPrefix",
              "/sysroots/debian-11/usr"),
          Origin.of("command line"));
  private static final TargetSysroot INSTALLED =
      new TargetSysroot(
          "multiarch", Optional.empty(), Optional.empty(), Map.of(), Origin.of("command line"));

  @Test
  @DisplayName("is linked by zig, whose own C library comes first, against the glibc it has")
  void zig() {
    Selected selected = selected(needs(BULLSEYE), NO_FLOOR_SAID, AUTO);

    assertThat(selected.choice().label()).isEqualTo("zig");
    assertThat(selected.floor()).contains(new GlibcVersion(2, 31));
    TargetEnvironment environment = environment(selected);
    assertThat(script(environment, "aarch64-unknown-linux-gnu-clang"))
        .contains("aarch64-linux-gnu.2.31")
        .contains("-idirafter/sysroots/debian-11/usr/include/aarch64-linux-gnu")
        .contains("-idirafter/sysroots/debian-11/usr/include");
    assertThat(flags(environment)).containsExactly("-Clink-arg=-L" + LIBRARIES);
  }

  @Test
  @DisplayName("is told to build scripts with the target in each variable's name")
  void variables() {
    Map<String, String> variables =
        variables(environment(selected(needs(BULLSEYE), NO_FLOOR_SAID, AUTO)));

    assertThat(variables)
        .containsEntry("PKG_CONFIG_SYSROOT_DIR_aarch64_unknown_linux_gnu", "/sysroots/debian-11")
        .containsEntry(
            "PKG_CONFIG_LIBDIR_aarch64_unknown_linux_gnu",
            "/sysroots/debian-11/usr/lib/aarch64-linux-gnu/pkgconfig"
                + ":/sysroots/debian-11/usr/lib/pkgconfig:/sysroots/debian-11/usr/share/pkgconfig")
        .containsEntry("PKG_CONFIG_ALLOW_CROSS_aarch64_unknown_linux_gnu", "1");
    assertThat(variables.keySet()).allMatch(name -> name.toLowerCase().contains("aarch64"));
  }

  @Test
  @DisplayName("is told to CMake by a file that says what the variables say")
  void cmake() {
    TargetEnvironment environment = environment(selected(needs(BULLSEYE), NO_FLOOR_SAID, AUTO));

    String file = ARM + ".cmake";
    assertThat(variables(environment).get("CMAKE_TOOLCHAIN_FILE_aarch64_unknown_linux_gnu"))
        .endsWith("/" + file);
    assertThat(script(environment, file))
        .contains("aarch64-unknown-linux-gnu-clang]]")
        .contains("set(CMAKE_LIBRARY_ARCHITECTURE [[aarch64-linux-gnu]])")
        .contains("set(ENV{PKG_CONFIG_SYSROOT_DIR} [[/sysroots/debian-11]])")
        .contains("set(CMAKE_FIND_ROOT_PATH [[/sysroots/debian-11]])");
  }

  @Test
  @DisplayName("gives gcc its C library and its own libgcc, and so a floor to promise")
  void gcc() {
    Selected selected = selected(needs(BULLSEYE), NO_FLOOR_SAID, named("gcc"));

    assertThat(selected.floor()).contains(new GlibcVersion(2, 31));
    TargetEnvironment environment = environment(selected);
    assertThat(script(environment, "aarch64-linux-gnu-gcc"))
        .contains("--sysroot=/sysroots/debian-11")
        .contains("-B/sysroots/debian-11/usr/lib/gcc/aarch64-linux-gnu/10");
    // The machine's own libgcc comes after that of the sysroot.
    assertThat(flags(environment))
        .containsExactly(
            "-Clink-arg=-L" + LIBRARIES, "-Clink-arg=-L/usr/lib/gcc-cross/aarch64-linux-gnu/12");
  }

  @Test
  @DisplayName("is the one that clang needs, there or still to come")
  void clang() {
    Selected selected = selected(needs(BULLSEYE), atMost("2.31"), named("clang"));

    assertThat(script(environment(selected), "clang"))
        .contains("--sysroot=/sysroots/debian-11")
        .contains("--gcc-toolchain=/sysroots/debian-11/usr");
  }

  @Test
  @DisplayName("without one, gcc is used as it is and promises no glibc")
  void without() {
    Selected selected =
        (Selected) MACHINE.select(ARM, bin(Language.C), NO_FLOOR_SAID, named("gcc"));

    assertThat(selected.floor()).isEmpty();
    TargetEnvironment environment = environment(selected);
    assertThat(environment.scripts()).isEmpty();
    assertThat(variables(environment))
        .containsEntry("CC_aarch64_unknown_linux_gnu", "/usr/bin/aarch64-linux-gnu-gcc")
        .doesNotContainKey("PKG_CONFIG_LIBDIR_aarch64_unknown_linux_gnu");
  }

  @Test
  @DisplayName("of packages that are installed on this machine has no folder of its own")
  void installed() {
    Selected selected = selected(needs(INSTALLED), NO_FLOOR_SAID, named("gcc"));

    assertThat(selected.floor()).isEmpty();
    assertThat(script(environment(selected), ARM + ".cmake"))
        .doesNotContain("PKG_CONFIG_SYSROOT_DIR")
        .contains("set(CMAKE_LIBRARY_ARCHITECTURE [[aarch64-linux-gnu]])")
        .contains("set(CMAKE_FIND_ROOT_PATH [[/]])");
    assertThat(variables(environment(selected)))
        .doesNotContainKey("PKG_CONFIG_SYSROOT_DIR_aarch64_unknown_linux_gnu")
        .containsEntry(
            "PKG_CONFIG_LIBDIR_aarch64_unknown_linux_gnu",
            "/usr/lib/aarch64-linux-gnu/pkgconfig:/usr/lib/pkgconfig:/usr/share/pkgconfig");
  }

  @Test
  @DisplayName("cannot promise an older glibc than its own where its own is linked")
  void olderFloor() {
    assertThat(reasons(needs(BULLSEYE), atMost("2.17"), named("gcc")))
        .isEqualTo(
            "gcc: it links the C library of sysroot debian-11, glibc 2.31, and cannot promise"
                + " glibc 2.17");
    // zig has its own C library: what is linked shows whether the floor holds.
    assertThat(selected(needs(BULLSEYE), atMost("2.17"), AUTO).floor())
        .contains(new GlibcVersion(2, 17));
  }

  @Test
  @DisplayName("is refused where the toolchain cannot use one")
  void unusable() {
    Needs needs = needs(BULLSEYE);

    assertThat(
            ((Unservable)
                    MACHINE.select(
                        "aarch64-unknown-linux-musl", needs, NO_FLOOR_SAID, named("musl-cross")))
                .rejections())
        .extracting(Rejection::reason)
        .containsOnly("it cannot use a sysroot, and debian-11 is asked for");
  }

  private static Needs needs(TargetSysroot sysroot) {
    Needs plain = bin(Language.C);
    return new Needs(plain.languages(), plain.kinds(), Optional.of(sysroot));
  }

  private static Selected selected(Needs needs, FloorRequest floor, ToolchainRequest request) {
    return (Selected) MACHINE.select(ARM, needs, floor, request);
  }

  private static String reasons(Needs needs, FloorRequest floor, ToolchainRequest request) {
    return ((Unservable) MACHINE.select(ARM, needs, floor, request))
        .rejections().stream().map(Rejection::toString).collect(Collectors.joining("\n"));
  }

  private static TargetEnvironment environment(Selected selected) {
    return MACHINE.environment(ARM, selected, bin().kinds());
  }

  private static Map<String, String> variables(TargetEnvironment environment) {
    return environment.variables().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
  }

  private static Stream<String> flags(TargetEnvironment environment) {
    return environment.rustflags().stream().map(Setting::value);
  }

  private static String script(TargetEnvironment environment, String name) {
    return environment.scripts().stream()
        .filter(script -> script.path().getFileName().toString().equals(name))
        .findFirst()
        .orElseThrow()
        .content();
  }
}
