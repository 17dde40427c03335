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
import java.util.List;
import java.util.Map;
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
 */
public record CargoConfig(List<String> targets, List<String> rustflags, boolean replacesRegistry) {
  private static final char ENCODED_SEPARATOR = '\u001f';

  /** Loaded for those who have such a file only: it takes a while. */
  private static final class Toml {
    static final TomlMapper MAPPER = new TomlMapper();
  }

  /** Copies the lists. */
  public CargoConfig {
    targets = List.copyOf(targets);
    rustflags = List.copyOf(rustflags);
  }

  /** A configuration that leaves the registry as it is. */
  public CargoConfig(List<String> targets, List<String> rustflags) {
    this(targets, rustflags, false);
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
    for (Path file : files(directory, cargoHome)) {
      JsonNode root = parse(file);
      JsonNode build = root.path("build");
      replaces |= root.path("source").has("crates-io");
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
    return new CargoConfig(targets, rustflags, replaces);
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
