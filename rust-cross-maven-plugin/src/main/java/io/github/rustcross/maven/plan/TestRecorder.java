package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.toolchain.WrapperScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stands in for every test program and for rustdoc when {@code cargo test} runs: it writes down
 * what cargo would have run, where and with which variables, and succeeds. What is learnt so is
 * exact, whatever cargo's version and the user's configuration are.
 *
 * @param script the script
 * @param host the host, on which cargo runs the tests of proc-macros whatever the targets are
 * @param textual the triples whose runner cargo's configuration has as a text and not as a list
 */
public record TestRecorder(WrapperScript script, TargetTriple host, Set<String> textual) {
  /** The variable that names the file in which is written down what would be run. */
  public static final String FILE = "RUST_CROSS_TEST_RECORD";

  /** The variable that names the user's own rustdoc. */
  public static final String RUSTDOC = "RUST_CROSS_TEST_RUSTDOC";

  /** What stands before the triple where a test program is run, and not rustdoc. */
  public static final String RUN = "--run";

  /**
   * Items end with a zero byte, as neither paths nor variables can hold one. Where the system shows
   * the variables of processes (proc(5) of Linux does), they are taken from there: some shells lose
   * those that they could not name themselves, such as {@code CARGO_BIN_EXE_my-app}.
   */
  private static final String SCRIPT =
      """
      #!/bin/sh
      rust_cross_is_test() {
        [ "$1" = --run ] && return 0
        while [ $# -gt 0 ]; do
          [ "$1" = --test ] && return 0
          shift
        done
        return 1
      }
      rust_cross_is_test "$@" || exec "${RUST_CROSS_TEST_RUSTDOC:-rustdoc}" "$@"
      {
        printf '%s\\0' "$(pwd)" "$#" "$@"
        cat "/proc/$$/environ" 2>/dev/null || env -0
        printf '\\0'
      } >> "$RUST_CROSS_TEST_RECORD"
      """;

  /** Copies the set. */
  public TestRecorder {
    textual = Set.copyOf(textual);
  }

  static TestRecorder of(Path cacheDir, TargetTriple host, CargoConfig config) {
    return new TestRecorder(
        WrapperScript.of(cacheDir.resolve("wrappers"), "record-test", SCRIPT),
        host,
        config.runners().entrySet().stream()
            .filter(runner -> runner.getValue().text())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  /** The variable that names a target's runner to cargo. */
  public static String variable(TargetTriple triple) {
    return "CARGO_TARGET_%s_RUNNER".formatted(triple.shouted());
  }

  /**
   * The value of that variable: before cargo 1.86 lists of several places are joined, and before
   * 1.93 the variable wins over {@code --config} (cargo's pull requests 15066 and 16220). Empty
   * where it cannot be said, because cargo divides it at spaces.
   */
  Optional<String> value(TargetTriple triple) {
    List<String> words = words(triple.value());
    return words.stream().anyMatch(word -> word.matches(".*\\s.*"))
        ? Optional.empty()
        : Optional.of(String.join(" ", words));
  }

  private List<String> words(String triple) {
    return List.of(script.path().toString(), RUN, triple);
  }

  /** What cargo is told to run a target's programs with: TOML. */
  String runner(String triple) {
    List<String> words = words(triple);
    return textual.contains(triple) ? Toml.string(String.join(" ", words)) : Toml.list(words);
  }
}
