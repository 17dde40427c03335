package io.github.rustcross.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schemas that are published, applied as an editor would apply them. */
final class Schemas {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  /** To make one takes longer than to use it. */
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private Schemas() {}

  /** What a schema says against a document. */
  static List<String> problems(String schema, JsonNode document) {
    return messages(
        SCHEMAS.computeIfAbsent(schema, name -> FACTORY.getSchema(read(name))), document);
  }

  /** What the specification says against a schema. */
  static List<String> problemsOf(String schema) {
    return messages(
        FACTORY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")),
        read(schema));
  }

  static JsonNode read(String schema) {
    try (InputStream stream = TargetCatalog.class.getResourceAsStream(schema)) {
      return MAPPER.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not by Jackson's own YAML reader, which knows no aliases. */
  static JsonNode yaml(String text) {
    Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return MAPPER.valueToTree(document);
  }

  private static List<String> messages(JsonSchema schema, JsonNode document) {
    return schema.validate(document).stream().map(ValidationMessage::toString).sorted().toList();
  }
}
