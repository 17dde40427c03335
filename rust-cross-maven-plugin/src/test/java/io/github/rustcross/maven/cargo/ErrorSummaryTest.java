package io.github.rustcross.maven.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The texts are those of cargo 1.95, shortened. */
@DisplayName("The one line of cargo's errors")
class ErrorSummaryTest {
  @Test
  @DisplayName("is the first, where rustc found a mistake")
  void rustc() {
    assertThat(
            ErrorSummary.of(
                """
                error[E0425]: cannot find value `y` in this scope
                 --> src/main.rs:3:3
                error: could not compile `app` (bin "app") due to 1 previous error
                """))
        .contains("error[E0425]: cannot find value `y` in this scope");
    assertThat(
            ErrorSummary.of(
                """
                error: rustc 1.95.0 is not supported by the following package:
                  app@0.1.0 requires rustc 1.99
                """))
        .contains(
            "error: rustc 1.95.0 is not supported by the following package:"
                + " app@0.1.0 requires rustc 1.99");
    assertThat(ErrorSummary.of("")).isEmpty();
  }

  @Test
  @DisplayName("has the C compiler's first error, where a build script compiled C")
  void compiler() {
    assertThat(
            ErrorSummary.of(
                """
                error: failed to run custom build command for `app v0.1.0 (/home/me/app)`
                note: To improve backtraces for build dependencies, set a variable

                Caused by:
                  process didn't exit successfully: `/t/build-script-build` (exit status: 1)
                  --- stdout
                  cargo:rerun-if-env-changed=CC_FORCE_DISABLE
                  CC = None
                  cargo:warning=src/answer.c: In function 'answer':
                  cargo:warning=src/answer.c:1:27: error: expected ';' at end of input
                  cargo:warning=src/answer.c:1:1: error: expected declaration

                  --- stderr


                  error occurred in cc-rs: command did not execute successfully
                """))
        .contains(
            "error: failed to run custom build command for `app v0.1.0 (/home/me/app)`:"
                + " src/answer.c:1:27: error: expected ';' at end of input");
  }

  @Test
  @DisplayName("has a missing header, which is a fatal error")
  void header() {
    assertThat(
            ErrorSummary.of(
                """
                error: failed to run custom build command for `app v0.1.0`
                  --- stdout
                  cargo:warning=src/answer.c:1:10: fatal error: nope.h: No such file or directory
                """))
        .contains(
            "error: failed to run custom build command for `app v0.1.0`:"
                + " src/answer.c:1:10: fatal error: nope.h: No such file or directory");
  }

  @Test
  @DisplayName("has what the linker lacks, not its command line nor what is counted afterwards")
  void linker() {
    assertThat(
            ErrorSummary.of(
                """
                error: linking with `cc` failed: exit status: 1
                  |
                  = note:  "cc" "-m64" "/t/error: symbols.o" "-Wl,--as-needed"
                  = note: some arguments are omitted
                  = note: /usr/bin/ld: answer.o: in function `answer':
                          answer.c:(.text+0x1): undefined reference to `nope'
                          collect2: error: ld returned 1 exit status

                error: could not compile `app` (bin "app") due to 1 previous error
                """))
        .contains(
            "error: linking with `cc` failed: exit status: 1:"
                + " answer.c:(.text+0x1): undefined reference to `nope'");
    assertThat(
            ErrorSummary.of(
                """
                error: linking with `cc` failed: exit status: 1
                  = note: rust-lld: error: unable to find library -lnopelib
                """))
        .contains(
            "error: linking with `cc` failed: exit status: 1:"
                + " rust-lld: error: unable to find library -lnopelib");
  }

  @Test
  @DisplayName("has the message of a panic, on the next line or, before Rust 1.73, on the same")
  void panic() {
    String head = "error: failed to run custom build command for `app v0.1.0`";

    assertThat(
            ErrorSummary.of(
                head
                    + """

                      --- stderr

                      thread 'main' (29553) panicked at build.rs:1:11:
                      set FOO_DIR to the folder of libfoo
                      stack backtrace:
                    """))
        .contains(head + ": set FOO_DIR to the folder of libfoo");
    assertThat(
            ErrorSummary.of(head + "\n  thread 'main' panicked at 'set FOO_DIR', build.rs:1:11\n"))
        .contains(head + ": thread 'main' panicked at 'set FOO_DIR', build.rs:1:11");
  }

  @Test
  @DisplayName("has what the cc crate says where no compiler could be started")
  void noCompiler() {
    String head = "error: failed to run custom build command for `app v0.1.0`";

    assertThat(
            ErrorSummary.of(
                head
                    + "\n  --- stderr\n  error occurred in cc-rs: failed to find tool \"x-gcc\"\n"))
        .contains(head + ": error occurred in cc-rs: failed to find tool \"x-gcc\"");
  }

  @Test
  @DisplayName("is cut where it is long, and is the head alone where nothing is telling")
  void edges() {
    String head = "error: linking with `cc` failed: exit status: 1";

    assertThat(ErrorSummary.of(head + "\n  = note: killed\n")).contains(head);
    assertThat(ErrorSummary.of(head + "\n  error: " + "x".repeat(1000)).orElseThrow())
        .startsWith(head + ": error: xxx")
        .endsWith("x…")
        .hasSizeLessThan(400);
  }
}
