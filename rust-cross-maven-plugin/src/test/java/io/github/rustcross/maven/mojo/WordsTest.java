package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.plan.VerifyMode;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.FloorRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of a parameter")
class WordsTest {
  @Test
  @DisplayName("is one of several words, or the error names them all")
  void words() throws Exception {
    List<VerifyMode> modes = List.of(VerifyMode.values());

    assertThat(Words.of("rust.verify", "warn", modes, VerifyMode::id)).isEqualTo(VerifyMode.WARN);
    refused(
        () -> Words.of("rust.verify", "lax", modes, VerifyMode::id),
        "rust.verify cannot be 'lax'",
        "Allowed are: strict, warn, off");
  }

  @Test
  @DisplayName("is a number of jobs")
  void count() throws Exception {
    assertThat(Words.count("rust.jobs", Optional.of("12"))).isEqualTo(OptionalInt.of(12));
    assertThat(Words.count("rust.jobs", Optional.empty())).isEmpty();
    for (String text : List.of("0", "-1", "many", "12345", "1.5")) {
      refused(
          () -> Words.count("rust.jobs", Optional.of(text)),
          "rust.jobs cannot be '" + text + "'",
          "It takes a number from 1 to 9999.");
    }
  }

  @Test
  @DisplayName("is a glibc version, or none")
  void floor() throws Exception {
    assertThat(Words.floor("rust.glibc", Optional.of("2.28")))
        .isEqualTo(new FloorRequest.AtMost(new GlibcVersion(2, 28)));
    assertThat(Words.floor("rust.glibc", Optional.of("none"))).isEqualTo(new FloorRequest.None());
    assertThat(Words.floor("rust.glibc", Optional.empty()))
        .isEqualTo(new FloorRequest.Unspecified());
    for (String text : List.of("new", ".2", "2", "2.17.1", ".", "2.", "-1.5")) {
      refused(
          () -> Words.floor("rust.glibc", Optional.of(text)),
          "rust.glibc cannot be '" + text + "'",
          "It takes a version like 2.17, or none.");
    }
  }

  @Test
  @DisplayName("is a time, in seconds or as Maven writes it")
  void epoch() throws Exception {
    assertThat(Words.epoch(Optional.of("2026-11-21T00:00:00Z"))).contains(1_795_219_200L);
    assertThat(Words.epoch(Optional.of("2026-11-21T01:00:00+01:00"))).contains(1_795_219_200L);
    assertThat(Words.epoch(Optional.of("1795219200"))).contains(1_795_219_200L);
    assertThat(Words.epoch(Optional.empty())).isEmpty();
    assertThat(Words.epoch(Optional.of("-"))).as("switched off").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-11-21", "99999999999999999999"})
  @DisplayName("is no time, and the error shows one")
  void noTime(String text) {
    refused(
        () -> Words.epoch(Optional.of(text)),
        "project.build.outputTimestamp cannot be '" + text + "'",
        "It takes a time like 2026-11-21T00:00:00Z.");
  }

  @Test
  @DisplayName("that is wrong is a failure of the user's, and what breaks here an error of ours")
  void failures() {
    Problem problem =
        Problem.of(ProblemCode.TARGETS_EMPTY, "nothing is left", "Ask for something.");

    assertThat(
            catchThrowableOfType(
                MojoFailureException.class,
                () ->
                    Failures.map(
                        () -> {
                          throw new ProblemException(List.of(problem, problem));
                        })))
        .hasMessage(
            """
            RC-TARGETS-EMPTY: nothing is left
                Ask for something.
            RC-TARGETS-EMPTY: nothing is left
                Ask for something.\
            """);
    assertThat(
            catchThrowableOfType(
                MojoExecutionException.class,
                () ->
                    Failures.map(
                        () -> {
                          throw new IOException("disk full");
                        })))
        .hasMessage("rust-cross cannot go on: disk full");
  }

  private static void refused(ThrowingCallable call, String message, String suggestion) {
    assertThat(catchThrowableOfType(ProblemException.class, call).problems())
        .containsExactly(Problem.of(ProblemCode.PARAMETER_INVALID, message, suggestion));
  }
}
