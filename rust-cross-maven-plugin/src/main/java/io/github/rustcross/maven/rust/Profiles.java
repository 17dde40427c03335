package io.github.rustcross.maven.rust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.maven.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The profiles that {@code --profile} can name (The Cargo Book, "Profiles"). */
public final class Profiles {
  private static final Set<String> BUILT_IN = Set.of("dev", "release", "test", "bench");

  private Profiles() {}

  /**
   * Those of cargo itself, of the workspace's Cargo.toml, of cargo's configuration and of variables
   * like {@code CARGO_PROFILE_DIST_LTO}.
   *
   * @param wanted the one that is asked for, for which alone variables can be told
   * @return the names; empty where that cannot be told, because files are included that are not
   *     read here, or are written in a way that only cargo understands
   */
  public static Optional<Set<String>> known(
      String wanted,
      Path workspaceRoot,
      Path directory,
      Path cargoHome,
      Map<String, String> environment) {
    Set<String> names = new TreeSet<>(BUILT_IN);
    if (names.contains(wanted)) {
      return Optional.of(names);
    }
    try {
      Path manifest = workspaceRoot.resolve("Cargo.toml");
      if (Files.isRegularFile(manifest)) {
        add(names, CargoConfig.parse(manifest));
      }
      for (Path file : CargoConfig.files(directory, cargoHome)) {
        JsonNode config = CargoConfig.parse(file);
        if (config.has("include")) {
          return Optional.empty();
        }
        add(names, config);
      }
    } catch (ProblemException e) {
      // Not for us to judge: cargo reads these files as well and has its own words for mistakes.
      return Optional.empty();
    }
    String prefix = "CARGO_PROFILE_" + wanted.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
    if (environment.keySet().stream().anyMatch(name -> name.startsWith(prefix))) {
      names.add(wanted);
    }
    return Optional.of(names);
  }

  private static void add(Set<String> names, JsonNode file) {
    file.path("profile").fieldNames().forEachRemaining(names::add);
  }
}
