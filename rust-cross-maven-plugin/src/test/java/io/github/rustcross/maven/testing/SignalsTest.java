package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.process.Supervisor.Ended;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How a test program ended")
class SignalsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0|the program ended with exit code 0",
        "101|the program ended with exit code 101",
        "127|the program ended with exit code 127",
        "132|the program was ended by signal 4 (SIGILL)",
        "134|the program was ended by signal 6 (SIGABRT)",
        "135|the program was ended by signal 7 (SIGBUS)",
        "137|the program was ended by signal 9 (SIGKILL)",
        "138|the program was ended by signal 10 (SIGUSR1, on macOS SIGBUS)",
        "139|the program was ended by signal 11 (SIGSEGV)",
        "159|the program was ended by signal 31 (SIGSYS)",
        "200|the program ended with exit code 200",
        "255|the program ended with exit code 255",
      })
  @DisplayName("is said with the signal's name, or with the exit code")
  void status(int status, String sentence) {
    assertThat(ending(OptionalInt.of(status), false).sentence()).isEqualTo(sentence);
  }

  @Test
  @DisplayName("is said where it took too long or took its parent with it")
  void others() {
    assertThat(ending(OptionalInt.empty(), true).sentence())
        .isEqualTo("the program did not end within 90 s; raise rust.test.timeout");
    assertThat(ending(OptionalInt.empty(), false).sentence())
        .isEqualTo("its parent process, which ran the program, was ended before it");
  }

  private static Ending ending(OptionalInt status, boolean timedOut) {
    return Signals.ending(
        new Ended(status, timedOut, List.of()), Optional.of(Duration.ofSeconds(90)));
  }
}
