package io.github.rustcross.maven.rust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The little of cargo's own configuration that a build has to know: cargo uses {@code
 * build.rustflags} only where nothing else sets flags, and {@code build.target} only without {@code
 * --target} (The Cargo Book, "Configuration").
 *
 * @param targets {@code build.target}, possibly none
 * @param rustflags {@code build.rustflags}, and what {@code RUSTFLAGS} or {@code
 *     CARGO_ENCODED_RUSTFLAGS} hold
 * @param replacesRegistry whether {@code source.crates-io} says where crates come from
 * @param runners {@code target.*.runner}, by triple or {@code cfg(…)}
 * @param rustdoc {@code build.rustdoc}
 * @param files the files that were read, the nearest first
 * @param sources folders from which crates come: {@code source.*.directory} and {@code
 *     source.*.local-registry}
 * @param variables {@code env.*}
 * @param overrides {@code target.<triple>.<links>}: by triple the native libraries of which cargo
 *     is told here, so that their build scripts are not run; and {@link #FLAGS} where the target
 *     has flags of its own
 */
public record CargoConfig(
    List<String> targets,
    List<String> rustflags,
    boolean replacesRegistry,
    Map<String, ConfiguredRunner> runners,
    Optional<String> rustdoc,
    List<Path> files,
    List<Path> sources,
    Map<String, String> variables,
    Map<String, Set<String>> overrides) {
  /** The key of a target's own flags, which cargo adds to all others. */
  public static final String FLAGS = "rustflags";

  private static final char ENCODED_SEPARATOR = '\u001f';

  /** Loaded for those who have such a file only: it takes a while. */
  private static final class Toml {
    static final TomlMapper MAPPER = new TomlMapper();
  }

  /** Copies the lists. */
  public CargoConfig {
    targets = List.copyOf(targets);
    rustflags = List.copyOf(rustflags);
    runners = Collections.unmodifiableMap(new LinkedHashMap<>(runners));
    files = List.copyOf(files);
    sources = List.copyOf(sources);
    variables = Map.copyOf(variables);
    overrides = Map.copyOf(overrides);
  }

  /** A configuration that says nothing of native libraries. */
  public CargoConfig(
      List<String> targets,
      List<String> rustflags,
      boolean replacesRegistry,
      Map<String, ConfiguredRunner> runners,
      Optional<String> rustdoc,
      List<Path> files,
      List<Path> sources) {
    this(
        targets, rustflags, replacesRegistry, runners, rustdoc, files, sources, Map.of(), Map.of());
  }

  /** A configuration that leaves the registry, the runners and rustdoc as they are. */
  public CargoConfig(List<String> targets, List<String> rustflags) {
    this(targets, rustflags, false, Map.of(), Optional.empty(), List.of(), List.of());
  }

  /**
   * What runs a target's programs.
   *
   * @param words the program and its arguments
   * @param text whether it is one text, which cargo divides at spaces, and not a list of words:
   *     cargo refuses to have one replaced by the other
   */
  public record ConfiguredRunner(List<String> words, boolean text) {
    /** Copies the list. */
    public ConfiguredRunner {
      words = List.copyOf(words);
    }
  }

  /**
   * Reads the files that cargo would read, and the variables that override them.
   *
   * @param directory the crate's folder, from which cargo looks upwards
   * @throws ProblemException if a file is not TOML
   */
  public static CargoConfig read(Path directory, Path cargoHome, Map<String, String> environment)
      throws ProblemException {
    List<String> targets = new ArrayList<>();
    List<String> rustflags = new ArrayList<>();
    boolean replaces = false;
    Map<String, ConfiguredRunner> runners = new LinkedHashMap<>();
    Optional<String> rustdoc =
        Optional.of(environment.getOrDefault("CARGO_BUILD_RUSTDOC", ""))
            .filter(path -> !path.isEmpty());
    List<Path> files = files(directory, cargoHome);
    List<Path> sources = new ArrayList<>();
    Map<String, String> variables = new LinkedHashMap<>();
    Map<String, Set<String>> overrides = new LinkedHashMap<>();
    for (Path file : files) {
      JsonNode root = parse(file);
      variables(root.path("env"), variables);
      overrides(root.path("target"), overrides);
      JsonNode build = root.path("build");
      runners(root.path("target"), file, runners);
      rustdoc = rustdoc.or(() -> rustdoc(build.path("rustdoc"), file));
      replaces |= root.path("source").has("crates-io");
      sources.addAll(sources(root.path("source"), file));
      if (targets.isEmpty()) {
        targets.addAll(texts(build.path("target"), false));
      }
      // Nearer files come later in cargo's joined list.
      rustflags.addAll(0, texts(build.path("rustflags"), true));
    }
    if (!environment.getOrDefault("CARGO_BUILD_TARGET", "").isBlank()) {
      targets.clear();
      targets.add(environment.get("CARGO_BUILD_TARGET").strip());
    }
    rustflags.addAll(words(environment.getOrDefault("CARGO_BUILD_RUSTFLAGS", "")));
    String encoded = environment.getOrDefault("CARGO_ENCODED_RUSTFLAGS", "");
    if (encoded.isEmpty()) {
      rustflags.addAll(words(environment.getOrDefault("RUSTFLAGS", "")));
    } else {
      rustflags.addAll(List.of(encoded.split(String.valueOf(ENCODED_SEPARATOR))));
    }
    return new CargoConfig(
        targets, rustflags, replaces, runners, rustdoc, files, sources, variables, overrides);
  }

  /** The nearest first. */
  static List<Path> files(Path directory, Path cargoHome) {
    List<Path> folders = new ArrayList<>();
    for (Path folder = directory.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      folders.add(folder.resolve(".cargo"));
    }
    if (!folders.contains(cargoHome.toAbsolutePath())) {
      folders.add(cargoHome);
    }
    return folders.stream()
        .flatMap(
            folder ->
                Stream.of(folder.resolve("config"), folder.resolve("config.toml"))
                    .filter(Files::isRegularFile)
                    .limit(1))
        .toList();
  }

  static JsonNode parse(Path file) throws ProblemException {
    try {
      return Toml.MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.MANIFEST_INVALID,
              "%s cannot be read: %s".formatted(file, e.getMessage())),
          e);
    }
  }

  /** The nearest file wins. */
  private static void runners(JsonNode targets, Path file, Map<String, ConfiguredRunner> runners) {
    for (Map.Entry<String, JsonNode> target : targets.properties()) {
      JsonNode runner = target.getValue().path("runner");
      List<String> words = new ArrayList<>(texts(runner, true));
      if (!words.isEmpty()) {
        words.set(0, program(words.get(0), file));
        runners.putIfAbsent(target.getKey(), new ConfiguredRunner(words, runner.isTextual()));
      }
    }
  }

  /** Values are texts or tables with one. */
  private static void variables(JsonNode env, Map<String, String> variables) {
    env.properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              JsonNode text = value.isObject() ? value.path("value") : value;
              variables.putIfAbsent(entry.getKey(), text.asText());
            });
  }

  /** A table within that of a target is a library's: all other settings are values. */
  private static void overrides(JsonNode targets, Map<String, Set<String>> overrides) {
    for (Map.Entry<String, JsonNode> target : targets.properties()) {
      for (Map.Entry<String, JsonNode> setting : target.getValue().properties()) {
        if (setting.getValue().isObject() || setting.getKey().equals(FLAGS)) {
          overrides
              .computeIfAbsent(target.getKey(), key -> new LinkedHashSet<>())
              .add(setting.getKey());
        }
      }
    }
  }

  /** Paths are relative to the folder in which {@code .cargo} lies. */
  private static List<Path> sources(JsonNode sources, Path file) {
    Path folder = file.toAbsolutePath().getParent().getParent();
    List<Path> folders = new ArrayList<>();
    for (JsonNode source : sources) {
      for (String key : List.of("directory", "local-registry")) {
        if (source.path(key).isTextual() && folder != null) {
          folders.add(folder.resolve(source.path(key).asText()).normalize());
        }
      }
    }
    return folders;
  }

  private static Optional<String> rustdoc(JsonNode path, Path file) {
    return path.isTextual() && !path.asText().isEmpty()
        ? Optional.of(program(path.asText(), file))
        : Optional.empty();
  }

  /** A path is relative to the folder in which {@code .cargo} lies; a mere name is on PATH. */
  private static String program(String word, Path file) {
    Path folder = file.toAbsolutePath().getParent().getParent();
    return word.contains("/") && folder != null ? folder.resolve(word).toString() : word;
  }

  private static List<String> texts(JsonNode node, boolean split) {
    if (node.isArray()) {
      return JsonTexts.of(node);
    }
    if (!node.isTextual()) {
      return List.of();
    }
    return split ? words(node.asText()) : List.of(node.asText());
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }
}
