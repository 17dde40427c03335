package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells what is wrong with an overlay that cannot even be read. */
final class OverlayProblems {
  private OverlayProblems() {}

  static Problem unreadable(Path file, IOException reason) {
    boolean missing = reason instanceof NoSuchFileException;
    String message =
        missing
            ? "rust.catalog: there is no file " + file
            : "rust.catalog: %s cannot be read: %s".formatted(file, reason.getMessage());
    List<String> nearest = missing ? nearest(file) : List.of();
    return Problem.of(
        ProblemCode.CATALOG_INVALID,
        message,
        nearest.isEmpty()
            ? "It takes YAML files, seen from the folder of the POM, or artifacts as"
                + " group:artifact:yaml[:classifier]:version."
            : "Did you mean " + String.join(" or ", nearest) + "?");
  }

  private static List<String> nearest(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return TargetCatalog.nearest(
          file.getFileName().toString(),
          files
              .filter(Files::isRegularFile)
              .map(other -> other.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
              .toList());
    } catch (IOException e) {
      // What is told without names near it is still the truth.
      return List.of();
    }
  }
}
