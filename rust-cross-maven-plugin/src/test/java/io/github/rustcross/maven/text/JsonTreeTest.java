package io.github.rustcross.maven.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON")
class JsonTreeTest {
  private static final ObjectMapper JACKSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @ParameterizedTest(name = "{0}")
  @DisplayName("is read and written as Jackson's ObjectMapper does it")
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"a\": \"\\u00e9\\n\\\"\", \"b\": [1, -20, true, false, null, {\"c\": [[], {}]}]}",
        "[9223372036854775807, 0]",
        "\"text\"",
        "null",
      })
  void asJackson(String text) throws Exception {
    JsonNode tree = JsonTree.read(text);

    assertThat(JsonTree.text(tree))
        .isEqualTo(JACKSON.writeValueAsString(JACKSON.readTree(text)) + "\n");
  }

  @Test
  @DisplayName("of which there is none is a missing node")
  void nothing() throws Exception {
    assertThat(JsonTree.read("").isMissingNode()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("that is broken is refused")
  @ValueSource(strings = {"{\"a\": 1", "{a", "[1,", "warning: no JSON"})
  void broken(String text) {
    assertThatThrownBy(() -> JsonTree.read(text)).isInstanceOf(JsonProcessingException.class);
  }
}
