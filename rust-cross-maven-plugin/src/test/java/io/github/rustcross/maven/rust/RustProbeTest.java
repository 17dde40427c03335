package io.github.rustcross.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.maven.fixture.Bin;
import io.github.rustcross.maven.fixture.FakeRust;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("rustc and cargo, asked who they are,")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are shell scripts here")
class RustProbeTest {
  private static final String RUSTC =
      """
      if [ "$1" = --print ]; then echo "%s"; exit; fi
      echo "rustc 1.95.0 (abc 2026-03-20)"
      echo "binary: rustc"
      echo "host: aarch64-unknown-linux-gnu"
      echo "release: 1.95.0"
      """;

  private static final String INSTALL =
      "Install Rust through rustup (its site tells how), or put cargo and rustc on PATH.";

  private final RustProbe probe = new RustProbe(new HostSystem(), new ProcessRunner());

  @TempDir private Path folder;

  @Test
  @DisplayName("tell host, versions and where the standard libraries are")
  void tells() throws Exception {
    Path sysroot = folder.resolve("sys root");
    Files.createDirectories(sysroot.resolve("lib/rustlib/wasm32-wasip1/lib"));
    FakeRust rust =
        new FakeRust(folder.resolve("rustup"))
            .with("rustc", RUSTC.formatted(sysroot))
            .with("cargo", "echo 'cargo 1.96.0'; echo 'release: 1.96.0-nightly'");

    RustToolchain toolchain = probe.probe(rust.commands(folder));

    assertThat(toolchain.host().triple()).hasToString("aarch64-unknown-linux-gnu");
    assertThat(toolchain.host().arch()).isEqualTo("aarch64");
    assertThat(toolchain.rustcVersion()).isEqualTo("1.95.0");
    assertThat(toolchain.cargoVersion()).isEqualTo("1.96.0-nightly");
    assertThat(toolchain.sysroot()).isEqualTo(sysroot);
    assertThat(toolchain.hasStd("wasm32-wasip1")).isTrue();
    assertThat(toolchain.hasStd("wasm32-wasip2")).isFalse();
  }

  @Test
  @DisplayName("are refused with what they say where they fail")
  void failing() throws Exception {
    FakeRust rust =
        new FakeRust(folder.resolve("rustup"))
            .with("rustc", "echo 'error: toolchain is broken' >&2; exit 9");

    assertThat(refused(rust.commands(folder)))
        .isEqualTo(
            Problem.of(
                ProblemCode.CARGO_MISSING,
                "'rustc -vV' failed with exit code 9:\nerror: toolchain is broken",
                INSTALL));
  }

  @Test
  @DisplayName("are refused where only one of them is there")
  void onlyRustc() throws Exception {
    FakeRust rust =
        new FakeRust(folder.resolve("rustup"))
            .with("rustc", RUSTC.formatted(folder))
            .with("cargo", "exit 4");

    assertThat(refused(rust.commands(folder)).message())
        .startsWith("'cargo -vV' failed with exit code 4:");
  }

  @Test
  @DisplayName("are refused where they cannot be started")
  void missing() {
    RustCommands commands = new RustCommands(folder.resolve("gone"), Map.of(), Optional.empty());

    Problem problem = refused(commands);

    assertThat(problem.code()).isEqualTo(ProblemCode.CARGO_MISSING);
    assertThat(problem.message()).startsWith("'rustc' cannot be started: ");
    assertThat(problem.suggestion()).contains(INSTALL);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"1.73.0, true", "1.70.0, true", "0.99.0, true", "1.74.0, false", "2.0.0, false"})
  @DisplayName("are refused where cargo lacks options that it is called with")
  void tooOld(String version, boolean refused) throws Exception {
    FakeRust rust =
        new FakeRust(folder.resolve("rustup"))
            .with("rustc", RUSTC.formatted(folder))
            .with("cargo", "echo 'release: %s'".formatted(version));

    if (refused) {
      assertThat(refused(rust.commands(folder)))
          .isEqualTo(
              Problem.of(
                  ProblemCode.CARGO_TOO_OLD,
                  "cargo is %s, and 1.74 or newer is needed".formatted(version),
                  "Choose a newer one with -Drust.channel=stable, or run: rustup update"));
    } else {
      assertThat(probe.probe(rust.commands(folder)).cargoVersion()).isEqualTo(version);
    }
  }

  @Test
  @DisplayName("are refused where a channel is asked for and there is no rustup")
  void channelWithoutRustup() throws Exception {
    RustProbe elsewhere = new RustProbe(new Bin(folder.resolve("bin")).host(), new ProcessRunner());
    RustCommands commands = new RustCommands(folder, Map.of(), Optional.of("1.85"));

    assertThat(
            catchThrowableOfType(ProblemException.class, () -> elsewhere.probe(commands))
                .problems())
        .containsExactly(
            Problem.of(
                ProblemCode.CARGO_MISSING,
                "rust.channel=1.85 needs rustup, which is not on PATH",
                "Install Rust through rustup, or leave -Drust.channel out."));
  }

  @Test
  @DisplayName("are refused where they are not on PATH")
  void notOnPath() throws Exception {
    RustProbe elsewhere = new RustProbe(new Bin(folder.resolve("bin")).host(), new ProcessRunner());
    // Java starts what is on its own PATH: that it cannot is shown by a folder that is not there.
    RustCommands commands = new RustCommands(folder.resolve("gone"), Map.of(), Optional.empty());

    assertThat(
            catchThrowableOfType(ProblemException.class, () -> elsewhere.probe(commands))
                .problems())
        .containsExactly(
            Problem.of(ProblemCode.CARGO_MISSING, "there is no 'rustc' on PATH", INSTALL));
  }

  @Test
  @DisplayName("are called with the channel that is asked for, rustup with its own option")
  void channel() {
    RustCommands commands = new RustCommands(folder, Map.of(), Optional.of("1.85"));

    assertThat(commands.cargo(List.of("build")).display()).isEqualTo("cargo +1.85 build");
    assertThat(commands.rustc(List.of("-vV")).display()).isEqualTo("rustc +1.85 -vV");
    assertThat(
            new Rustup(new ProcessRunner()).addCommand(commands, List.of("a-b", "c-d")).display())
        .isEqualTo("rustup target add a-b c-d --toolchain 1.85");
  }

  @Test
  @DisplayName("get their standard libraries through rustup, which may refuse")
  void rustup() {
    RustCommands commands = new RustCommands(folder.resolve("gone"), Map.of(), Optional.empty());

    Problem problem =
        catchThrowableOfType(
                ProblemException.class,
                () -> new Rustup(new ProcessRunner()).add(commands, List.of("a-b", "c-d")))
            .problems()
            .get(0);

    assertThat(problem.code()).isEqualTo(ProblemCode.STD_MISSING);
    assertThat(problem.message())
        .startsWith(
            "the standard library of a-b, c-d is not installed and 'rustup' cannot be started: ");
    assertThat(problem.suggestion())
        .contains("Install rustup, or the standard library through whatever installed rustc.");
  }

  private Problem refused(RustCommands commands) {
    List<Problem> problems =
        catchThrowableOfType(ProblemException.class, () -> probe.probe(commands)).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }
}
