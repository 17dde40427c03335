package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is handed on to cargo")
class CargoOptionsTest {
  private static final CargoOptions NOTHING =
      new CargoOptions(
          "release",
          List.of(),
          false,
          false,
          List.of(),
          List.of(),
          false,
          false,
          false,
          OptionalInt.empty(),
          List.of());
  private static final CargoOptions EVERYTHING =
      new CargoOptions(
          "dist",
          List.of("tls", "left/small"),
          true,
          true,
          List.of("left", "right"),
          List.of("server", "client"),
          true,
          true,
          true,
          OptionalInt.of(2),
          List.of("--timings"));

  @Test
  @DisplayName("is the profile alone, unless something is asked for")
  void nothing() {
    assertThat(NOTHING.buildArguments()).containsExactly("--profile", "release");
    assertThat(NOTHING.selectionArguments()).isEmpty();
    assertThat(NOTHING.graphArguments()).isEmpty();
  }

  @Test
  @DisplayName("is all that is asked for, in cargo's own words")
  void everything() {
    assertThat(String.join(" ", EVERYTHING.buildArguments()))
        .isEqualTo(
            "--profile dist --package left --package right --features tls,left/small"
                + " --all-features --no-default-features --locked --offline --jobs 2");
    assertThat(String.join(" ", EVERYTHING.selectionArguments()))
        .isEqualTo("--bin server --bin client --lib");
  }

  @Test
  @DisplayName("goes to cargo metadata where it decides what is compiled")
  void graph() {
    assertThat(String.join(" ", EVERYTHING.graphArguments()))
        .isEqualTo(
            "--features tls,left/small --all-features --no-default-features --locked --offline");
  }

  @Test
  @DisplayName("has the features of some targets behind those of all, each once")
  void further() {
    assertThat(EVERYTHING.with(List.of("small", "tls")).features())
        .containsExactly("tls", "left/small", "small");
  }
}
