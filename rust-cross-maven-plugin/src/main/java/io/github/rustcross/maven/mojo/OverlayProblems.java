package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Tells what is wrong with an overlay that cannot even be read. */
final class OverlayProblems {
  private OverlayProblems() {}

  static Problem unreadable(Path file, IOException reason) {
    boolean missing = reason instanceof NoSuchFileException;
    String message =
        missing
            ? "rust.catalog: there is no file " + file
            : "rust.catalog: %s cannot be read: %s".formatted(file, reason.getMessage());
    List<String> nearest = missing ? CatalogSource.nearest(file) : List.of();
    return Problem.of(
        ProblemCode.CATALOG_INVALID,
        message,
        nearest.isEmpty()
            ? "It takes YAML files, seen from the folder of the POM, resources as classpath:path,"
                + " or artifacts as group:artifact:yaml[:classifier]:version."
            : "Did you mean " + String.join(" or ", nearest) + "?");
  }

  static Problem noResource(String path) {
    return Problem.of(
        ProblemCode.CATALOG_INVALID,
        "rust.catalog: there is no '%s' on the class path of the plugin".formatted(path),
        "Add the artifact that has it to the <dependencies> of rust-cross-maven-plugin.");
  }
}
