package io.github.rustcross.maven.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.rustcross.catalog.TargetCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A {@code report.json}, which its schema has to allow, and the binaries beside it. */
public final class ReportJson {
  private final Path folder;
  private final JsonNode root;

  private ReportJson(Path folder, JsonNode root) {
    this.folder = folder;
    this.root = root;
  }

  /** Reads the report of a folder {@code rust-cross}. */
  public static ReportJson read(Path folder) throws IOException {
    JsonNode root = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    Set<ValidationMessage> objections = schema().validate(root);
    if (!objections.isEmpty()) {
      throw new AssertionError(folder + "/report.json is not what its schema says: " + objections);
    }
    return new ReportJson(folder, root);
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in = TargetCatalog.class.getResourceAsStream("report.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
    }
  }

  /** All of it. */
  public JsonNode json() {
    return root;
  }

  /** The status of each target, in the report's order. */
  public Map<String, String> statuses() {
    Map<String, String> statuses = new LinkedHashMap<>();
    root.path("targets")
        .forEach(
            target -> statuses.put(target.path("triple").asText(), target.path("status").asText()));
    return statuses;
  }

  /** What is said of a target. */
  public JsonNode target(String triple) {
    for (JsonNode target : root.path("targets")) {
      if (target.path("triple").asText().equals(triple)) {
        return target;
      }
    }
    throw new AssertionError("report.json has no target " + triple + ": " + statuses());
  }

  /** The name of the toolchain of a target. */
  public String toolchain(String triple) {
    return target(triple).path("toolchain").path("name").asText();
  }

  /** The artifacts of a target. */
  public List<JsonNode> artifacts(String triple) {
    return StreamSupport.stream(target(triple).path("artifacts").spliterator(), false).toList();
  }

  /** The one artifact of a target. */
  public JsonNode artifact(String triple) {
    List<JsonNode> artifacts = artifacts(triple);
    if (artifacts.size() != 1) {
      throw new AssertionError(triple + " has not one artifact: " + artifacts);
    }
    return artifacts.get(0);
  }

  /** Where an artifact lies. */
  public Path path(JsonNode artifact) {
    return folder.resolve(artifact.path("path").asText());
  }

  /** The binary of a target that has one. */
  public Path binary(String triple) {
    return path(artifact(triple));
  }

  /** The codes of a node's problems, of the report's own where none is given. */
  public static List<String> codes(JsonNode node) {
    List<String> codes = new ArrayList<>();
    node.path("problems").forEach(problem -> codes.add(problem.path("code").asText()));
    return codes;
  }

  /** The names of the files in a target's folder. */
  public List<String> files(String triple) throws IOException {
    Path place = folder.resolve(triple);
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
