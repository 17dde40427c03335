package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A further run of a test program")
class ProgramArgumentsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "app, app --exact --nocapture --test-threads=1 a::b",
    // A filter, whole or in part, would bring back tests that have ended.
    "app a::crash, app --exact --nocapture --test-threads=1 a::b",
    "app --exact a::crash other, app --exact --nocapture --test-threads=1 a::b",
    "app --skip slow other, app --skip slow --exact --nocapture --test-threads=1 a::b",
    "app --skip=slow --include-ignored, app --skip=slow --include-ignored --exact"
        + " --nocapture --test-threads=1 a::b",
    "app --test-threads 4 -q, app --exact --nocapture --test-threads=1 a::b",
    "app --test-threads=4 --quiet --nocapture, app --exact --nocapture --test-threads=1 a::b",
    "app --format terse -Z unstable-options, app -Z unstable-options --exact --nocapture --test-threads=1 a::b",
    "app --ignored -- --odd, app --ignored --exact --nocapture --test-threads=1 a::b",
    "app --skip, app --skip --exact --nocapture --test-threads=1 a::b",
  })
  @DisplayName("has the user's options, and neither filters nor what hides which test it was")
  void running(String command, String further) {
    assertThat(ProgramArguments.running(words(command), List.of("a::b"))).isEqualTo(words(further));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "app, app --list",
    "app part --skip x, app part --skip x --list",
    "app -q -- --odd, app -q --list -- --odd",
  })
  @DisplayName("that lists the tests lists those that the first has run")
  void listing(String command, String further) {
    assertThat(ProgramArguments.listing(words(command))).isEqualTo(words(further));
  }

  @Test
  @DisplayName("has names as they are, with spaces too")
  void names() {
    assertThat(ProgramArguments.running(List.of("/a b/app"), List.of("a test", "another")))
        .containsExactly(
            "/a b/app", "--exact", "--nocapture", "--test-threads=1", "a test", "another");
  }

  @Test
  @DisplayName("reads names of tests and of benchmarks, and nothing else")
  void listed() {
    assertThat(LibtestLine.listed("a::b: test")).contains("a::b");
    assertThat(LibtestLine.listed("a::slow: benchmark")).contains("a::slow");
    assertThat(LibtestLine.listed("[ui] a test: of it: test")).contains("a test: of it");
    assertThat(LibtestLine.listed("3 tests, 1 benchmark")).isEmpty();
    assertThat(LibtestLine.listed("")).isEmpty();
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.split(" "));
  }
}
