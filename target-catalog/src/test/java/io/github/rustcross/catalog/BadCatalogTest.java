package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each sample lies in {@code bad/} with the message beside it. What the schema cannot know is said
 * in the sample's first line, and so is what never becomes a tree that a schema could be held
 * against. The loader is held to the message, the schema to refusing or accepting the same file.
 */
@DisplayName("An overlay that is wrong")
class BadCatalogTest {
  private static final String FOLDER = "bad";
  private static final String BEYOND_SCHEMA = "# beyond the schema: ";
  private static final String BEYOND_YAML = "# beyond YAML: ";

  /** Version and lines of the catalog change with every edit of it. */
  private static final Pattern LINE = Pattern.compile("catalog \\d+\\.\\d+\\.\\d+(, line \\d+)?");

  static List<String> samples() {
    List<String> samples = Samples.names(FOLDER);
    assertThat(samples).hasSizeGreaterThan(130);
    return samples;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("is refused by the loader with the exact message")
  void loader(String name) {
    CatalogSource source = Samples.source(FOLDER, name);
    String expected = Samples.text(FOLDER, name.replace(".yaml", ".message"));

    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> TargetCatalog.load(List.of(source)))
        .satisfies(e -> assertThat(messages(e)).isEqualTo(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("is refused by the schema too, unless it says why not")
  void schema(String name) {
    String text = Samples.text(FOLDER, name);

    if (text.startsWith(BEYOND_YAML)) {
      assertThatThrownBy(() -> Schemas.yaml(text)).isNotNull();
    } else if (text.startsWith(BEYOND_SCHEMA)) {
      assertThat(Schemas.problems(CatalogSchemaTest.SCHEMA, Schemas.yaml(text))).isEmpty();
    } else {
      assertThat(Schemas.problems(CatalogSchemaTest.SCHEMA, Schemas.yaml(text)))
          .as("what the schema cannot know says '%s…' in its first line", BEYOND_SCHEMA)
          .isNotEmpty();
    }
  }

  @Test
  @DisplayName("is told with its place and its path apart")
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

  private static String messages(CatalogException refused) {
    StringBuilder lines = new StringBuilder();
    for (CatalogProblem problem : refused.problems()) {
      lines.append(LINE.matcher(problem.toString()).replaceAll("the catalog")).append('\n');
    }
    return lines.toString();
  }
}
