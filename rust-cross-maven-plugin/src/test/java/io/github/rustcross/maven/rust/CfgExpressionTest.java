package io.github.rustcross.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The condition of a dependency")
class CfgExpressionTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  /** G: glibc, M: musl on ARM, W: Windows, A: macOS, S: big-endian Linux, B: WASI. */
  private static final List<String> TARGETS =
      List.of(
          "G x86_64-unknown-linux-gnu",
          "M aarch64-unknown-linux-musl",
          "W i686-pc-windows-gnu",
          "A aarch64-apple-darwin",
          "S s390x-unknown-linux-gnu",
          "B wasm32-wasip1");

  @ParameterizedTest(name = "{0} holds on {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                                                          | GMWASB
          x86_64-unknown-linux-gnu                                    | G
          x86_64-unknown-linux                                        | -
          cfg(unix)                                                   | GMAS
          cfg(windows)                                                | W
          cfg(not(windows))                                           | GMASB
          cfg(target_os = "linux")                                    | GMS
          cfg(target_os="linux")                                      | GMS
          cfg( target_os  =  "macos" )                                | A
          cfg(target_arch = "x86")                                    | W
          cfg(target_vendor = "apple")                                | A
          cfg(target_env = "musl")                                    | M
          cfg(target_env = "")                                        | A
          cfg(target_abi = "")                                        | GMWASB
          cfg(target_family = "wasm")                                 | B
          cfg(target_endian = "big")                                  | S
          cfg(target_pointer_width = "32")                            | WB
          cfg(all(unix, target_arch = "aarch64"))                     | MA
          cfg(all(unix, not(target_os = "macos")))                    | GMS
          cfg(any(target_os = "macos", windows))                      | WA
          cfg(any(windows, all(unix, any(target_env = "musl"))))      | MW
          cfg(any(windows, unix,))                                    | GMWAS
          cfg(all())                                                  | GMWASB
          cfg(any())                                                  | -
          cfg(not(any()))                                             | GMWASB
          cfg(true)                                                   | GMWASB
          cfg(false)                                                  | -
          cfg(panic = "unwind")                                       | GMWASB
          cfg(target_feature = "crt-static")                          | -
          cfg(feature = "x")                                          | -
          cfg(debug_assertions)                                       | -
          cfg(not(debug_assertions))                                  | GMWASB
          cfg(target_thread_local)                                    | -
          """)
  @DisplayName("holds where rustc would say so")
  void holds(String condition, String where) {
    List<String> found = new ArrayList<>();
    for (String name : TARGETS) {
      Target target = CATALOG.require(new TargetTriple(name.substring(2)));
      if (CfgExpression.matches(condition, target.triple().value(), target.platform())) {
        found.add(name.substring(0, 1));
      }
    }

    assertThat(found.isEmpty() ? "-" : String.join("", found)).isEqualTo(where);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "cfg(unix",
        "cfg(all(unix)",
        "cfg(target_os = linux)",
        "cfg(target_os = \"linux)",
        "cfg(= \"x\")"
      })
  @DisplayName("is refused where it is none")
  void malformed(String condition) {
    Target target = CATALOG.require(new TargetTriple("x86_64-unknown-linux-gnu"));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CfgExpression.matches(condition, target.triple().value(), target.platform()))
        .withMessage("not a cfg expression: " + condition);
  }
}
