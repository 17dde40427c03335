package io.github.rustcross.maven.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.RecordedLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("cargo's standard error")
class CargoOutputTest {
  private final SettableClock clock = new SettableClock();
  private final CargoOutput output = new CargoOutput(false, clock, Duration.ofSeconds(10));
  private RecordedLog log;

  @BeforeEach
  void listen() {
    log = new RecordedLog();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  @DisplayName("has its diagnostics logged unchanged, at the level they have")
  void levels() {
    lines(
        """
           Compiling app v1.0.0 (/home/me/app)
        warning: unused variable: `x`
         --> src/main.rs:2:7
          |
        2 |   let x = 1;
          |       ^ help: prefix it with an underscore

        error[E0425]: cannot find value `y` in this scope
         --> src/main.rs:3:3

            Finished `release` profile [optimized] target(s) in 0.10s
        """);

    assertThat(log.lines())
        .containsExactly(
            "debug:    Compiling app v1.0.0 (/home/me/app)",
            "warn: warning: unused variable: `x`",
            "warn:  --> src/main.rs:2:7",
            "warn:   |",
            "warn: 2 |   let x = 1;",
            "warn:   |       ^ help: prefix it with an underscore",
            "warn: ",
            "error: error[E0425]: cannot find value `y` in this scope",
            "error:  --> src/main.rs:3:3",
            "error: ",
            "debug:     Finished `release` profile [optimized] target(s) in 0.10s");
    assertThat(output.errors())
        .isEqualTo("error[E0425]: cannot find value `y` in this scope\n --> src/main.rs:3:3\n\n");
    assertThat(output.messages())
        .startsWith("warning: unused variable: `x`\n --> src/main.rs:2:7\n")
        .endsWith("error[E0425]: cannot find value `y` in this scope\n --> src/main.rs:3:3\n\n")
        .doesNotContain("Compiling", "Finished");
  }

  @Test
  @DisplayName("may be an error of what starts cargo, in its own spelling")
  void launchers() {
    lines(
        """
        Error: no container with that name
        docker: Error response from daemon: no such image
        ERROR (init:6): failed to exec pid1
        """);

    assertThat(log.lines()).hasSize(3).allMatch(line -> line.startsWith("error: "));
  }

  @Test
  @DisplayName("keeps all errors, not warnings between them")
  void errors() {
    lines(
        """
        error: linking with `cc` failed: exit status: 1
          = note: ld: cannot find -lssl
        warning: build failed, waiting for other jobs to finish...
        error: could not compile `app` (bin "app") due to 1 previous error
        """);

    assertThat(output.errors())
        .isEqualTo(
            """
            error: linking with `cc` failed: exit status: 1
              = note: ld: cannot find -lssl
            error: could not compile `app` (bin "app") due to 1 previous error
            """);
  }

  @Test
  @DisplayName("that was said before is for those who debug, but its errors are kept")
  void quiet() {
    CargoOutput quiet = new CargoOutput(true, clock, Duration.ofSeconds(10));

    quiet.line("warning: again");
    quiet.line("error: again");

    assertThat(log.lines()).containsExactly("debug: warning: again", "debug: error: again");
    assertThat(quiet.errors()).isEqualTo("error: again\n");
  }

  @Test
  @DisplayName("has colours taken away")
  void colours() {
    output.line("\u001b[0m\u001b[1m\u001b[38;5;9merror\u001b[0m\u001b[1m: aborting\u001b[0m");

    assertThat(log.lines()).containsExactly("error: error: aborting");
  }

  @Test
  @DisplayName("has its progress told from time to time")
  void progress() {
    output.line("    Building [            ] 0/56: cc");
    clock.advance(9);
    output.line("    Building [=====>      ] 30/56: cc");
    assertThat(log.lines()).isEmpty();

    clock.advance(1);
    output.line("    Building [======>     ] 34/56: ring, libsqlite3-sys(build)");
    output.line("    Building [======>     ] 35/56: ring");
    clock.advance(80);
    output.line("    Building [===========>] 55/56");

    assertThat(log.lines())
        .containsExactly(
            "info:   34/56 units, 0:10 min: ring, libsqlite3-sys(build)",
            "info:   55/56 units, 1:30 min: ");
  }

  @Test
  @DisplayName("does not break a diagnostic where progress comes in between")
  void progressInDiagnostic() {
    lines(
        """
        error: first
            Building [=====>      ] 30/56: cc
          second
        """);

    assertThat(output.errors()).isEqualTo("error: first\n  second\n");
  }

  @Test
  @DisplayName("takes a sentence in column 1 for part of the error, not for cargo's status")
  void sentence() {
    String text =
        """
        error: failed to run custom build command for `x-sys v1.0.0`
        Note that we could not find libx.
          second line
        """;
    lines(text);

    assertThat(output.errors()).isEqualTo(text);
  }

  @Test
  @DisplayName("keeps all that a build script said, whose lines begin with capital letters")
  void buildScript() {
    String text =
        """
        error: failed to run custom build command for `openssl-sys v0.9`

        Caused by:
          process didn't exit successfully: `/x/build-script-build` (exit status: 101)
          --- stderr
          Could not find directory of OpenSSL installation, and this `-sys` crate cannot
          Make sure you also have the development packages of openssl installed.
          thread 'main' panicked at build.rs
        """;
    lines(text);

    assertThat(output.errors()).isEqualTo(text);
  }

  private void lines(String text) {
    text.lines().forEach(output::line);
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.EPOCH;

    void advance(long seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
