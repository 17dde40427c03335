package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample lies in {@code bad/} with the message beside it. */
@DisplayName("An overlay that is wrong is refused with the exact message")
class BadCatalogTest {
  static List<String> samples() {
    return Samples.names("bad");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("of")
  void refused(String name) {
    CatalogSource source = new CatalogSource(name, Samples.text("bad", name));
    String expected = Samples.text("bad", name.replace(".yaml", ".message"));

    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> TargetCatalog.load(List.of(source)))
        .satisfies(
            e -> assertThat(e.getMessage().lines()).containsExactlyElementsOf(lines(expected)))
        .satisfies(e -> assertThat(e.problems()).hasSameSizeAs(lines(expected)));
  }

  @Test
  @DisplayName("and a problem tells its place and its path apart")
  void parts() {
    CatalogSource source =
        new CatalogSource("overlay.yaml", "schemaVersion: 1\nhost: { toolchain: [cc] }\n");

    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> TargetCatalog.load(List.of(source)))
        .extracting(CatalogException::problems)
        .isEqualTo(
            List.of(
                new CatalogProblem(
                    new Origin("overlay.yaml", 2, 20),
                    "host.toolchain",
                    "expected a text, found a list")));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
