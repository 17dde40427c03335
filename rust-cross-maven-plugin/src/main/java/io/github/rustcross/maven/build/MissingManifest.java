package io.github.rustcross.maven.build;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells where a Cargo.toml is, where there is none at the place that was looked at. */
final class MissingManifest {
  private static final String NAME = "Cargo.toml";
  private static final Path IN_SOURCES = Path.of("src", "main", "rust", NAME);
  private static final int SHOWN = 3;

  private MissingManifest() {}

  /** What is wrong; empty where there is the file. */
  static Optional<Problem> check(Path manifest) {
    if (Files.isRegularFile(manifest)) {
      return Optional.empty();
    }
    List<String> near = near(manifest).stream().map(file -> "-Drust.manifestPath=" + file).toList();
    return Optional.of(
        Problem.of(
            ProblemCode.MANIFEST_MISSING,
            Files.isDirectory(manifest)
                ? "rust.manifestPath: %s is a folder, not a Cargo.toml".formatted(manifest)
                : "there is no " + manifest,
            near.isEmpty()
                ? "Say where the crate is: -Drust.manifestPath=path/to/Cargo.toml"
                : "Did you mean " + String.join(" or ", near) + "?"));
  }

  /** Those in the folder, one level below, or where Maven keeps sources. */
  private static List<Path> near(Path manifest) {
    Path folder = Files.isDirectory(manifest) ? manifest : manifest.toAbsolutePath().getParent();
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> below =
          children
              .filter(child -> !child.getFileName().toString().startsWith("."))
              .map(child -> child.resolve(NAME))
              .sorted()
              .toList();
      return Stream.of(
              Stream.of(folder.resolve(NAME)),
              below.stream(),
              Stream.of(folder.resolve(IN_SOURCES)))
          .flatMap(files -> files)
          .filter(Files::isRegularFile)
          .limit(SHOWN)
          .toList();
    } catch (IOException e) {
      // What is told without files near it is still the truth.
      return List.of();
    }
  }
}
