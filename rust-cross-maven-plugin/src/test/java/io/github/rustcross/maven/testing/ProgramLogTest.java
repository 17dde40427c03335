package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.RecordedLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a test program prints")
class ProgramLogTest {
  @Test
  @DisplayName("is shown, but for what every passing test says")
  void shown() {
    assertThat(
            logged(
                Clock.systemUTC(),
                "",
                "running 2 tests",
                "test a::b ... ok",
                "test c - should panic ... ok",
                "test d ... ignored, not here",
                "test e ... FAILED",
                "a word of the test's",
                "test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out"))
        .containsExactly(
            "debug:   ",
            "debug:   running 2 tests",
            "debug:   test a::b ... ok",
            "debug:   test c - should panic ... ok",
            "debug:   test d ... ignored, not here",
            "info:   test e ... FAILED",
            "info:   a word of the test's",
            "debug:   test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered"
                + " out");
  }

  @Test
  @DisplayName("is shown up to a limit, and that is said once")
  void limit() {
    String line = "x".repeat(1023);
    String[] lines = new String[1100];
    Arrays.fill(lines, line);

    List<String> logged = logged(Clock.systemUTC(), lines);

    assertThat(logged).hasSize(1025);
    assertThat(logged.get(1024))
        .isEqualTo("warn:   (it prints more than 1048576 characters: the rest is not shown)");
  }

  @Test
  @DisplayName("tells how far it is, once in a while")
  void progress() {
    Instant[] now = {Instant.EPOCH};
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            now[0] = now[0].plusSeconds(5);
            return now[0];
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    assertThat(
            logged(
                clock,
                "test a ... ok",
                "test b ... ok",
                "test c ... ok",
                "test d ... ok",
                "test e ... ok"))
        .filteredOn(line -> line.startsWith("info"))
        .containsExactly("info:   2 tests, 0:10 min", "info:   4 tests, 0:20 min");
  }

  private static List<String> logged(Clock clock, String... lines) {
    try (RecordedLog log = new RecordedLog()) {
      ProgramLog program = new ProgramLog(clock, Duration.ofSeconds(10));
      for (String line : lines) {
        program.line(line);
      }
      return log.lines();
    }
  }
}
