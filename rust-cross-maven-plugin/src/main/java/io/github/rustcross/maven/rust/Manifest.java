package io.github.rustcross.maven.rust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.maven.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the Cargo.toml of a package says of its dependencies (The Cargo Book, "The Manifest
 * Format").
 */
public final class Manifest {
  /** What is looked for before a file is parsed, which takes a while. */
  private static final Pattern MISSPELLED = Pattern.compile("\\bfeature\\s*=");

  private static final List<String> TABLES =
      List.of("dependencies", "build-dependencies", "dev-dependencies");

  private final Path file;
  private final JsonNode root;

  private Manifest(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /** Reads a file; nothing where it cannot be read, which cargo will tell. */
  public static Optional<Manifest> read(Path file) {
    try {
      return Optional.of(new Manifest(file, CargoConfig.parse(file)));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** Reads a file if it may have a dependency with {@code feature} for {@code features}. */
  public static Optional<Manifest> readIfMisspelled(Path file) {
    try {
      return MISSPELLED.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find()
          ? read(file)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * An entry of a table of dependencies.
   *
   * @param file the Cargo.toml
   * @param table the table it is in, as it is written between brackets
   * @param name by what name the package calls the crate
   * @param values what it says, with {@code version} for an entry that is a text
   */
  public record Entry(Path file, String table, String name, Map<String, JsonNode> values) {
    /** The name of the crate in the registry. */
    public String crate() {
      return Optional.ofNullable(values.get("package")).map(JsonNode::asText).orElse(name);
    }

    /** Whether the workspace's Cargo.toml says it. */
    public boolean isInherited() {
      return values.containsKey("workspace");
    }

    /** The features that are asked for. */
    public List<String> features() {
      return values.containsKey("features") ? JsonTexts.of(values.get("features")) : List.of();
    }

    /** The features that are asked for under a name that cargo passes over. */
    public Optional<JsonNode> misspelled() {
      return Optional.ofNullable(values.get("feature"));
    }

    /** Whether the default features are on. */
    public boolean defaultFeatures() {
      JsonNode said = values.getOrDefault("default-features", values.get("default_features"));
      return said == null || said.asBoolean(true);
    }
  }

  /** All entries, those for the package itself first. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (String table : TABLES) {
      add(root.path(table), table, entries);
    }
    for (Map.Entry<String, JsonNode> target : root.path("target").properties()) {
      for (String table : TABLES) {
        String name = "target.'%s'.%s".formatted(target.getKey(), table);
        add(target.getValue().path(table), name, entries);
      }
    }
    add(root.path("workspace").path("dependencies"), "workspace.dependencies", entries);
    return entries;
  }

  /** The features that are on by default. */
  public List<String> defaultFeatures() {
    return JsonTexts.of(root.path("features").path("default"));
  }

  private void add(JsonNode table, String name, List<Entry> entries) {
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      Map<String, JsonNode> values = new LinkedHashMap<>();
      if (entry.getValue().isObject()) {
        entry.getValue().properties().forEach(part -> values.put(part.getKey(), part.getValue()));
      } else {
        values.put("version", entry.getValue());
      }
      entries.add(new Entry(file, name, entry.getKey(), values));
    }
  }
}
