package io.github.rustcross.maven.rust;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoPackage.CargoTarget;
import io.github.rustcross.maven.rust.CargoPackage.Dependency;
import io.github.rustcross.maven.text.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import javax.inject.Inject;

/** Reads {@code cargo metadata} (The Cargo Book, "External tools", JSON format version 1). */
public final class CargoMetadata {
  private final ProcessRunner processes;

  /** A reader. */
  @Inject
  public CargoMetadata(ProcessRunner processes) {
    this.processes = processes;
  }

  /**
   * The graph of a crate, for all the platforms it will be built for.
   *
   * @param manifest its Cargo.toml
   * @param triples the platforms
   * @param arguments further arguments: features, {@code --locked}, {@code --offline}
   * @throws ProblemException if cargo cannot read it, with what cargo said
   */
  public CrateGraph read(
      RustCommands commands, Path manifest, List<String> triples, List<String> arguments)
      throws ProblemException {
    List<String> line = new ArrayList<>();
    triples.forEach(triple -> line.addAll(List.of("--filter-platform", triple)));
    line.addAll(arguments);
    return graph(run(commands, manifest, line, MetadataFilter.GRAPH), manifest);
  }

  /**
   * The workspace by itself: its own packages, and nothing of what they depend on.
   *
   * @param manifest its Cargo.toml
   * @throws ProblemException if cargo cannot read it, with what cargo said
   */
  public Workspace workspace(RustCommands commands, Path manifest) throws ProblemException {
    JsonNode root = run(commands, manifest, List.of("--no-deps"), MetadataFilter.WORKSPACE);
    Map<String, Workspace.Features> features = new LinkedHashMap<>();
    for (JsonNode json : root.path("packages")) {
      Set<String> names = new TreeSet<>();
      json.path("features").fieldNames().forEachRemaining(names::add);
      Set<String> dependencies = new TreeSet<>();
      for (JsonNode dependency : json.path("dependencies")) {
        JsonNode renamed = dependency.path("rename");
        dependencies.add((renamed.isTextual() ? renamed : dependency.path("name")).asText());
      }
      features.put(json.path("id").asText(), new Workspace.Features(names, dependencies));
    }
    return new Workspace(graph(root, manifest), features);
  }

  private JsonNode run(
      RustCommands commands, Path manifest, List<String> arguments, MetadataFilter filter)
      throws ProblemException {
    List<String> line =
        new ArrayList<>(
            List.of("metadata", "--format-version", "1", "--manifest-path", manifest.toString()));
    line.addAll(arguments);
    AtomicReference<JsonNode> read = new AtomicReference<>();
    ProcessOutput output;
    try {
      output =
          processes.read(
              commands.cargo(line),
              stdout -> {
                try (JsonParser parser = filter.of(JsonTree.parser(stdout))) {
                  read.set(JsonTree.read(parser));
                }
              });
      if (output.succeeded()) {
        return read.get();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cargo metadata printed no JSON: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(ProblemCode.CARGO_MISSING, "'cargo' cannot be started: " + e.getMessage()), e);
    }
    throw new ProblemException(
        MetadataProblems.of(manifest, arguments, commands.mirror(), output.stderr()));
  }

  static CrateGraph graph(JsonNode root, Path manifest) {
    Map<String, JsonNode> nodes = new HashMap<>();
    root.path("resolve").path("nodes").forEach(node -> nodes.put(node.path("id").asText(), node));
    Map<String, CargoPackage> packages = new LinkedHashMap<>();
    List<String> members = JsonTexts.of(root.path("workspace_members"));
    Set<String> own = new HashSet<>(members);
    Path workspaceRoot = Path.of(root.path("workspace_root").asText());
    for (JsonNode json : root.path("packages")) {
      String id = json.path("id").asText();
      packages.put(
          id,
          cargoPackage(
              id,
              json,
              nodes.get(id),
              own.contains(id) ? documents(json, workspaceRoot) : List.of()));
    }
    return new CrateGraph(
        packages, members, defaultMembers(root, packages, members, manifest), workspaceRoot);
  }

  /** The package of the manifest itself; for a workspace's manifest what cargo lists. */
  private static List<String> defaultMembers(
      JsonNode root, Map<String, CargoPackage> packages, List<String> members, Path manifest) {
    List<String> own =
        members.stream().filter(id -> isSameFile(packages.get(id).manifest(), manifest)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    JsonNode listed = root.path("workspace_default_members");
    return listed.isArray() ? JsonTexts.of(listed) : members;
  }

  private static boolean isSameFile(Path left, Path right) {
    try {
      return Files.isSameFile(left, right);
    } catch (IOException e) {
      return left.equals(right);
    }
  }

  private static CargoPackage cargoPackage(
      String id, JsonNode json, JsonNode node, List<Path> documents) {
    List<CargoTarget> targets = new ArrayList<>();
    for (JsonNode target : json.path("targets")) {
      targets.add(
          new CargoTarget(
              target.path("name").asText(),
              JsonTexts.of(target.path("kind")),
              JsonTexts.of(target.path("required-features")),
              Path.of(target.path("src_path").asText())));
    }
    Set<String> features =
        node == null ? Set.of() : new HashSet<>(JsonTexts.of(node.path("features")));
    return new CargoPackage(
        id,
        json.path("name").asText(),
        json.path("version").asText(),
        Path.of(json.path("manifest_path").asText()),
        targets,
        node == null ? List.of() : dependencies(node),
        features,
        documents,
        Optional.of(json.path("links")).filter(JsonNode::isTextual).map(JsonNode::asText));
  }

  private static List<Path> documents(JsonNode json, Path workspaceRoot) {
    return CrateDocuments.of(
        Path.of(json.path("manifest_path").asText()).getParent(),
        Optional.of(json.path("license_file")).filter(JsonNode::isTextual).map(JsonNode::asText),
        Optional.of(json.path("readme")).filter(JsonNode::isTextual).map(JsonNode::asText),
        workspaceRoot);
  }

  private static List<Dependency> dependencies(JsonNode node) {
    List<Dependency> dependencies = new ArrayList<>();
    for (JsonNode dependency : node.path("deps")) {
      for (JsonNode kind : dependency.path("dep_kinds")) {
        String name = kind.path("kind").asText("normal");
        dependencies.add(
            new Dependency(
                dependency.path("pkg").asText(),
                name.equals("null") ? "normal" : name,
                kind.path("target").isNull() ? "" : kind.path("target").asText("")));
      }
    }
    return dependencies;
  }
}
