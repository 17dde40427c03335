package io.github.rustcross.toolchain;

import static io.github.rustcross.toolchain.Machine.AUTO;
import static io.github.rustcross.toolchain.Machine.NO_FLOOR_SAID;
import static io.github.rustcross.toolchain.Machine.atMost;
import static io.github.rustcross.toolchain.Machine.bin;
import static io.github.rustcross.toolchain.Machine.cdylib;
import static io.github.rustcross.toolchain.Machine.named;

import io.github.rustcross.catalog.Language;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The environment in which a target is built")
class EnvironmentGoldenTest {
  private static final Machine LINUX = Machine.debian().withAllTools();
  private static final Machine WINDOWS = Machine.of("x86_64-pc-windows-msvc").withAllTools();

  /** One file under {@code environment/}. */
  record Case(
      String file,
      Machine machine,
      String triple,
      Needs needs,
      FloorRequest floor,
      ToolchainRequest request) {
    @Override
    public String toString() {
      return file;
    }
  }

  private static Case auto(String file, Machine machine, String triple, Needs needs) {
    return new Case(file, machine, triple, needs, NO_FLOOR_SAID, AUTO);
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "aarch64-unknown-linux-gnu-zig",
            LINUX,
            "aarch64-unknown-linux-gnu",
            bin(Language.C),
            atMost("2.17"),
            AUTO),
        auto(
            "x86_64-unknown-linux-musl-zig-rust-lld",
            LINUX,
            "x86_64-unknown-linux-musl",
            bin(Language.C)),
        auto("x86_64-unknown-linux-musl-rust-lld", LINUX, "x86_64-unknown-linux-musl", bin()),
        auto("x86_64-unknown-linux-musl-zig-cdylib", LINUX, "x86_64-unknown-linux-musl", cdylib()),
        auto("x86_64-pc-windows-gnu-zig", LINUX, "x86_64-pc-windows-gnu", bin(Language.C)),
        new Case(
            "x86_64-pc-windows-gnu-mingw",
            LINUX.withPrograms(
                "x86_64-w64-mingw32-gcc-posix",
                "x86_64-w64-mingw32-g++-posix",
                "x86_64-w64-mingw32-gcc",
                "x86_64-w64-mingw32-gcc-ar-posix",
                "x86_64-w64-mingw32-ranlib"),
            "x86_64-pc-windows-gnu",
            bin(Language.C, Language.CXX),
            NO_FLOOR_SAID,
            named("mingw")),
        auto("aarch64-apple-darwin-zig", LINUX, "aarch64-apple-darwin", bin(Language.C)),
        auto("wasm32-wasip1-rust-lld", LINUX, "wasm32-wasip1", bin()),
        auto("thumbv6m-none-eabi-rust-lld", LINUX, "thumbv6m-none-eabi", bin()),
        new Case(
            "i686-unknown-linux-gnu-gcc",
            LINUX.withPrograms("i686-linux-gnu-gcc", "i686-linux-gnu-g++", "i686-linux-gnu-ar"),
            "i686-unknown-linux-gnu",
            bin(Language.C),
            NO_FLOOR_SAID,
            named("gcc")),
        auto(
            "aarch64-unknown-linux-gnu-zig-on-windows",
            WINDOWS,
            "aarch64-unknown-linux-gnu",
            bin(Language.C)),
        auto(
            "x86_64-unknown-linux-musl-zig-rust-lld-on-windows",
            WINDOWS,
            "x86_64-unknown-linux-musl",
            bin(Language.C)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("is what its golden file says, each value with its origin")
  void golden(Case golden) {
    Selected selected =
        (Selected)
            golden
                .machine()
                .select(golden.triple(), golden.needs(), golden.floor(), golden.request());
    TargetEnvironment environment =
        golden.machine().environment(golden.triple(), selected, golden.needs().kinds());

    Golden.check(
        "environment/" + golden.file() + ".txt",
        "toolchain: %s\npromised glibc: %s\n%s"
            .formatted(
                selected.choice().label(),
                selected.floor().map(GlibcVersion::toString).orElse("none"),
                text(environment)));
  }

  @Test
  @DisplayName("links build scripts on a machine that has no C compiler")
  void hostFallback() {
    TargetEnvironment environment = LINUX.hostFallback(new GlibcVersion(2, 17));

    Golden.check("environment/host-without-compiler.txt", text(environment));
  }

  private static String text(TargetEnvironment environment) {
    StringBuilder text = new StringBuilder("tools: " + environment.tools() + "\nvariables:\n");
    environment
        .variables()
        .forEach((name, setting) -> text.append("  ").append(name).append(line(setting)));
    text.append("rustflags:\n");
    environment.rustflags().forEach(setting -> text.append("  rustc").append(line(setting)));
    environment.scripts().forEach(script -> text.append(text(script)));
    return text.toString();
  }

  private static String line(Setting setting) {
    return " %s\n    from %s\n".formatted(setting.value(), setting.origin());
  }

  private static String text(WrapperScript script) {
    List<String> lines = List.of(script.content().split("(?<=\n)"));
    return "script %s\n%s"
        .formatted(
            script.path(),
            String.join("", lines.stream().map(line -> "  | " + shown(line)).toList()));
  }

  /** What ends the lines of a batch file is part of it. */
  private static String shown(String line) {
    return line.replace("\r\n", " <CR>\n");
  }
}
