package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The schema")
class SchemaTextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"catalog.schema.json", "report.schema.json"})
  @DisplayName("is a JSON Schema of the 2020-12 draft")
  void valid(String schema) {
    assertThat(Schemas.read(schema).path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(Schemas.problemsOf(schema)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog.schema.json", "report.schema.json"})
  @DisplayName("describes itself and every property")
  void described(String schema) {
    JsonNode root = Schemas.read(schema);

    assertThat(root.path("title").asText()).isNotBlank();
    assertThat(root.path("description").asText()).isNotBlank();
    assertThat(withoutDescription("#", root)).isEmpty();
  }

  /** Conditions aside: they repeat properties that are described where they belong. */
  private static List<String> withoutDescription(String path, JsonNode schema) {
    List<String> found = new ArrayList<>();
    for (String keyword : List.of("properties", "patternProperties")) {
      schema
          .path(keyword)
          .properties()
          .forEach(
              property -> {
                if (property.getValue().path("description").asText().isBlank()) {
                  found.add(path + "/" + property.getKey());
                }
              });
    }
    schema
        .properties()
        .forEach(
            child -> {
              if (!child.getKey().equals("allOf")) {
                found.addAll(withoutDescription(path + "/" + child.getKey(), child.getValue()));
              }
            });
    return found;
  }
}
