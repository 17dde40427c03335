package io.github.rustcross.maven.rust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the lists of texts in what cargo prints. */
public final class JsonTexts {
  private JsonTexts() {}

  /** The texts of an array; none where it is missing. */
  public static List<String> of(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
