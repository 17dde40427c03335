package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Why a test failed")
class FailureMessageTest {
  @Test
  @DisplayName("is read from panics as Rust before 1.73 wrote them")
  void oldPanics() {
    assertThat(
            message(
                """
                thread 'tests::a' panicked at 'assertion failed: `(left == right)`
                  left: `3`,
                 right: `4`: sum', src/lib.rs:52:9
                note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
                """))
        .isEqualTo(
            "assertion failed: `(left == right)`; left: `3`, right: `4`: sum, at src/lib.rs:52:9");
    assertThat(message("thread 'tests::a' panicked at 'it's bad', src\\lib.rs:5:9"))
        .isEqualTo("it's bad, at src\\lib.rs:5:9");
  }

  @Test
  @DisplayName("is the last panic of the test's own thread")
  void ownThread() {
    assertThat(
            message(
                """
                thread 'tests::a' (1) panicked at src/lib.rs:1:1:
                caught by the test
                thread 'tests::a' (1) panicked at src/lib.rs:2:2:
                the real one
                thread 'worker' (2) panicked at src/lib.rs:3:3:
                too late
                """))
        .isEqualTo("the real one, at src/lib.rs:2:2");
    assertThat(
            message(
                """
                thread '<unnamed>' panicked at src/lib.rs:3:3:
                out of range
                thread 'tests::a' panicked at src/lib.rs:4:4:
                called `Result::unwrap()` on an `Err` value: Any { .. }
                """))
        .isEqualTo("out of range, at src/lib.rs:3:3, in thread '<unnamed>'");
  }

  @Test
  @DisplayName("is found behind empty lines and in front of a backtrace")
  void emptyLines() {
    assertThat(
            message(
                """
                before

                thread 'tests::a' panicked at src/lib.rs:1:1:

                first
                second
                stack backtrace:
                   0: rust_begin_unwind
                """))
        .isEqualTo("first second, at src/lib.rs:1:1");
  }

  @Test
  @DisplayName("is the returned error, or else the last thing the test printed, or unknown")
  void withoutPanic() {
    assertThat(message("Error: Custom { kind: NotFound }\n"))
        .isEqualTo("Error: Custom { kind: NotFound }");
    assertThat(message("one\ntwo\n\n")).isEqualTo("two");
    assertThat(message("")).isEqualTo("failed without a message");
  }

  @Test
  @DisplayName("is never longer than a few lines")
  void bounded() {
    assertThat(message("thread 'a' panicked at src/lib.rs:1:1:\n" + "x".repeat(5000)))
        .hasSize(501)
        .endsWith("x…");
  }

  private static String message(String output) {
    return FailureMessage.of("tests::a", output);
  }
}
