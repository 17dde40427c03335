package io.github.rustcross.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.maven.fixture.FakeRust;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Without a network")
class CargoErrorsTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("the errors of rustup are kept, and nothing before them")
  void rustup() {
    String stderr =
        """
        info: downloading component rust-std
        info: rolling back changes
        error: component download failed: could not download file from 'x': Connection refused
        """;

    assertThat(CargoErrors.of(stderr))
        .isEqualTo(
            "error: component download failed: could not download file from 'x': Connection"
                + " refused");
    assertThat(CargoErrors.isNetwork(stderr)).isTrue();
    assertThat(CargoErrors.isNetwork("error: toolchain does not support target 'x'")).isFalse();
    assertThat(
            CargoErrors.isNetwork(
                "  attempting to make an HTTP request, but --offline was specified"))
        .isTrue();
    assertThat(CargoErrors.of("killed\n")).isEqualTo("killed");
  }

  @Test
  @DisplayName("cargo's graph is refused with the cause and the ways out")
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are shell scripts here")
  void metadata() throws Exception {
    FakeRust rust =
        new FakeRust(folder.resolve("rustup"))
            .with(
                "cargo",
                """
                echo '    Updating index' >&2
                echo 'warning: spurious network error (1 try remaining)' >&2
                echo 'error: failed to get `itoa` as a dependency of package `c`' >&2
                echo >&2
                echo 'Caused by:' >&2
                echo '  failed to download from `index`' >&2
                exit 101
                """);
    Path manifest = folder.resolve("Cargo.toml");

    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                new CargoMetadata(new ProcessRunner())
                    .read(rust.commands(folder), manifest, List.of(), List.of()));

    assertThat(refused.problems())
        .containsExactly(
            Problem.of(
                ProblemCode.DEPENDENCY_MISSING,
                """
                cargo cannot download what %s depends on:
                error: failed to get `itoa` as a dependency of package `c`
                Caused by:
                  failed to download from `index`\
                """
                    .formatted(manifest),
                "Name a proxy, or a mirror of rust-cross-cargo, in settings.xml; or run where there"
                    + " is a network, once and beforehand: cargo fetch --manifest-path "
                    + manifest));
  }
}
