package io.github.rustcross.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real rustup, whose home holds one toolchain with the name {@code fake}. */
@DisplayName("A rustup toolchain that is not there")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are shell scripts here")
class ChannelsTest {
  private final RustProbe probe = new RustProbe(new HostSystem(), new ProcessRunner());
  private final Channels channels = new Channels(new ProcessRunner());

  @TempDir private Path folder;
  private Map<String, String> environment;

  @BeforeEach
  void home() throws Exception {
    environment =
        new TreeMap<>(new FakeRust(folder.resolve("rustup")).commands(folder).environment());
    environment.put("RUST_BACKTRACE", "1");
    environment.put("RUSTUP_DIST_SERVER", "http://127.0.0.1:9");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stabel   | Did you mean stable?
          fakes    | Did you mean fake?
          nightlyy | Did you mean nightly?
          nonsense | It takes stable, beta, nightly, a version like 1.85.0, or one that is installed: fake
          """)
  @DisplayName("and never can be is told with those that are like it")
  void unknown(String name, String suggestion) {
    assertThat(refused(channel(name)))
        .isEqualTo(
            Problem.of(
                ProblemCode.CHANNEL_UNKNOWN,
                "rust.channel: the rustup toolchain '%s' does not exist".formatted(name),
                suggestion));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.80.0",
        "1.80",
        "beta",
        "nightly-2026-01-31",
        "1.80.0-aarch64-unknown-linux-gnu",
        "1.80.0-beta.2"
      })
  @DisplayName("but could be is told with the command that installs it")
  void missing(String name) {
    assertThat(refused(channel(name)))
        .isEqualTo(
            Problem.of(
                ProblemCode.CHANNEL_MISSING,
                "rust.channel: the rustup toolchain '%s' is not installed".formatted(name),
                "Run: rustup toolchain install " + name));
  }

  @Test
  @DisplayName("but in a rust-toolchain.toml is told with the folder in which that counts")
  void toolchainFile() throws Exception {
    Files.writeString(folder.resolve("rust-toolchain.toml"), "[toolchain]\nchannel = \"1.80.0\"\n");
    environment.remove("RUSTUP_TOOLCHAIN");

    Problem problem = refused(new RustCommands(folder, environment, Optional.empty()));

    assertThat(problem.code()).isEqualTo(ProblemCode.CHANNEL_MISSING);
    assertThat(problem.message())
        .matches(
            "the rustup toolchain '1\\.80\\.0-[a-z0-9_-]+' that rust-toolchain.toml or rustup"
                + " chooses in \\Q%s\\E is not installed".formatted(folder));
    assertThat(problem.suggestion().orElseThrow())
        .startsWith("Run: rustup toolchain install 1.80.0-");
  }

  @Test
  @DisplayName("is not installed behind our back by rustup's stand-ins")
  void notByItself() {
    environment.put("RUSTUP_AUTO_INSTALL", "1");

    assertThat(refused(channel("1.80.0")).code()).isEqualTo(ProblemCode.CHANNEL_MISSING);
  }

  @Test
  @DisplayName("is installed without what a build does not need, or as rust-toolchain.toml says")
  void command() {
    assertThat(channels.installCommand(channel("1.80.0")).display())
        .isEqualTo("rustup toolchain install 1.80.0 --profile minimal --no-self-update");
    assertThat(
            channels
                .installCommand(new RustCommands(folder, environment, Optional.empty()))
                .display())
        .isEqualTo("rustup toolchain install --no-self-update");
  }

  @Test
  @DisplayName("and cannot be installed is told with what rustup says, without its stack")
  void refusedInstall() {
    ProblemException failure =
        catchThrowableOfType(ProblemException.class, () -> channels.install(channel("1.80.0")));

    Problem problem = failure.problems().get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.CHANNEL_MISSING);
    assertThat(problem.message())
        .startsWith(
            "'rustup toolchain install 1.80.0 --profile minimal --no-self-update' failed:\n"
                + "error: could not download file from 'http://127.0.0.1:9/dist/")
        .doesNotContain("backtrace");
    assertThat(problem.suggestion())
        .contains(
            "Run it yourself where the network allows it, or choose one that is installed with"
                + " -Drust.channel=…");
  }

  @Test
  @DisplayName("and was never released is unknown, which only rustup can tell")
  void neverReleased() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> channels.install(channel("no such")))
        .satisfies(
            e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCode.CHANNEL_UNKNOWN))
        .withMessageContaining("invalid toolchain name: 'no such'")
        .withMessageContaining(
            "It takes stable, beta, nightly or a version like 1.85.0 that was released.");
  }

  @Test
  @DisplayName("leaves out its progress and its stack when rustup fails")
  void words() {
    assertThat(
            CargoErrors.of(
                """
                info: downloading component rust-std
                error: component download failed for rust-std-x

                Caused by:
                    0: could not download file
                    1: http request returned an unsuccessful status code: 404

                Stack backtrace:
                   0: anyhow::error::from
                """))
        .isEqualTo(
            """
            error: component download failed for rust-std-x
            Caused by:
                0: could not download file
                1: http request returned an unsuccessful status code: 404\
            """);
  }

  @Test
  @DisplayName("of the standard library is told with how to build that from source")
  void standardLibrary() {
    RustCommands commands = new RustCommands(folder, environment, Optional.empty());

    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> new Rustup(new ProcessRunner()).add(commands, List.of("a-b")))
                .problems())
        .containsExactly(
            Problem.of(
                ProblemCode.STD_MISSING,
                "'rustup target add a-b' failed with exit code 1:\n"
                    + "error: toolchain 'fake' does not support components",
                "Build it from source with -Drust.std=build -Drust.channel=nightly, choose a"
                    + " toolchain that has it with -Drust.channel=…, or leave the target out."));
  }

  private RustCommands channel(String name) {
    return new RustCommands(folder, environment, Optional.of(name));
  }

  private Problem refused(RustCommands commands) {
    List<Problem> problems =
        catchThrowableOfType(ProblemException.class, () -> probe.probe(commands)).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }
}
