package io.github.rustcross.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What the installed rustc says of its targets: the specifications of all of them by one call. Keys
 * that a specification leaves out have the defaults of rustc's {@code TargetOptions}.
 *
 * @param json the specification
 */
record RustcSpec(JsonNode json) {
  /** All of them, by triple. */
  static Map<String, JsonNode> all() throws IOException, InterruptedException {
    String text = rustc("-Zunstable-options", "--print", "all-target-specs-json");
    return StreamSupport.stream(
            ((Iterable<Map.Entry<String, JsonNode>>) Schemas.json(text).properties()).spliterator(),
            false)
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What {@code rustc --print cfg} says too; the same words. */
  Platform platform() {
    return new Platform(
        text("arch", ""),
        text("vendor", "unknown"),
        text("os", "none"),
        text("env", ""),
        text("abi", ""),
        StreamSupport.stream(json.path("target-family").spliterator(), false)
            .map(JsonNode::asText)
            .toList(),
        text("target-endian", "little"),
        json.path("target-pointer-width").asInt());
  }

  /** Rust's support tier. */
  int tier() {
    return json.at("/metadata/tier").asInt();
  }

  /** {@code true} or {@code false}, {@code null} where rustc does not say. */
  String std() {
    return json.at("/metadata/std").asText();
  }

  boolean flag(String key) {
    return json.path(key).asBoolean(false);
  }

  String text(String key, String otherwise) {
    return json.path(key).asText(otherwise);
  }

  /** What rustc prints; it has to succeed. */
  static String rustc(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("rustc");
    builder.command().addAll(List.of(arguments));
    // Stable rustc keeps the specifications to itself.
    builder.environment().put("RUSTC_BOOTSTRAP", "1");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("rustc " + String.join(" ", arguments) + " failed");
    }
    return output;
  }
}
