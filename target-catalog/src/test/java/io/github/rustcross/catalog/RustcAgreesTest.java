package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The installed rustc agrees with the bundled catalog")
class RustcAgreesTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  static Stream<String> triples() {
    return CATALOG.targets().values().stream()
        .filter(target -> !target.isUniversal())
        .map(target -> target.triple().value());
  }

  @BeforeAll
  static void needsRustc() throws InterruptedException {
    try {
      rustc("--version");
    } catch (IOException e) {
      abort("no rustc on PATH: " + e.getMessage());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("triples")
  @DisplayName("on the platform of")
  void platform(String triple) throws IOException, InterruptedException {
    List<String> lines = rustc("--print", "cfg", "--target", triple);

    assertThat(CATALOG.require(new TargetTriple(triple)).platform())
        .isEqualTo(
            new Platform(
                only(lines, "target_arch"),
                only(lines, "target_vendor"),
                only(lines, "target_os"),
                only(lines, "target_env"),
                only(lines, "target_abi"),
                values(lines, "target_family"),
                only(lines, "target_endian"),
                Integer.parseInt(only(lines, "target_pointer_width"))));
  }

  @Test
  @DisplayName("on which targets there are")
  void targets() throws IOException, InterruptedException {
    assertThat(rustc("--print", "target-list"))
        .containsAll(triples().toList())
        .allMatch(TargetTriple::isTriple);
  }

  private static String only(List<String> lines, String key) {
    List<String> values = values(lines, key);
    assertThat(values).as(key).hasSize(1);
    return values.get(0);
  }

  private static List<String> values(List<String> lines, String key) {
    String start = key + "=\"";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length(), line.length() - 1))
        .toList();
  }

  private static List<String> rustc(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("rustc");
    builder.command().addAll(List.of(arguments));
    // Before 1.78 stable rustc keeps target_abi to itself.
    builder.environment().put("RUSTC_BOOTSTRAP", "1");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}
