package io.github.rustcross.maven.plan;

import io.github.rustcross.toolchain.WrapperScript;
import java.nio.file.Path;
import java.util.List;

/**
 * Stands in for every test program and for rustdoc when {@code cargo test} runs: it writes down
 * what cargo would have run, where and with which variables, and succeeds. What cargo says by that
 * is exact, whatever its version and the user's configuration are.
 */
public final class TestRecorder {
  /** The variable that names the file in which is written down what would be run. */
  public static final String FILE = "RUST_CROSS_TEST_RECORD";

  /** The variable that names the user's own rustdoc. */
  public static final String RUSTDOC = "RUST_CROSS_TEST_RUSTDOC";

  /** What stands before the triple where a test program is run, and not rustdoc. */
  public static final String RUN = "--run";

  /** Items end with a zero byte, as neither paths nor variables can hold one. */
  private static final String SCRIPT =
      """
      #!/bin/sh
      case "$1 $* " in
        "--run "*|*" --test "*) ;;
        *) exec "${RUST_CROSS_TEST_RUSTDOC:-rustdoc}" "$@" ;;
      esac
      {
        printf '%s\\0' "$(pwd)" "$#" "$@"
        env -0
        printf '\\0'
      } >> "$RUST_CROSS_TEST_RECORD"
      """;

  private TestRecorder() {}

  /** The script. */
  static WrapperScript script(Path cacheDir) {
    return WrapperScript.ofContent(cacheDir.resolve("wrappers"), "record-test", SCRIPT);
  }

  /** What cargo is told to run a target's programs with. */
  static List<String> runner(WrapperScript script, String triple) {
    return List.of(script.path().toString(), RUN, triple);
  }
}
