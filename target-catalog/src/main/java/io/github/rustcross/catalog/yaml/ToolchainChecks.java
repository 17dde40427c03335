package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Launcher;
import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Sdk;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.ToolchainPaths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that the words in a toolchain's texts have the parts that give them. */
final class ToolchainChecks {
  private static final Pattern WORD = Pattern.compile("\\{([A-Za-z]+(?::[^{}?]+)?)\\??}");
  private static final String FOLDER = "folder";

  private final Toolchain toolchain;
  private final List<CatalogProblem> problems = new ArrayList<>();

  private ToolchainChecks(Toolchain toolchain) {
    this.toolchain = toolchain;
  }

  static List<CatalogProblem> check(Toolchain toolchain) {
    ToolchainChecks checks = new ToolchainChecks(toolchain);
    checks.argument();
    checks.folder();
    checks.places();
    return checks.problems;
  }

  private void argument() {
    if (toolchain.terms().argument().isEmpty()
        && words(Stream.concat(places(toolchain.paths()), texts())).contains("argument")) {
      problem("'{argument}' has no meaning without 'argument'");
    }
  }

  private void folder() {
    Set<String> parts =
        toolchain.paths().folder().map(sdk -> sdk.parts().keySet()).orElse(Set.of());
    for (String word : words(texts())) {
      boolean ofFolder = word.equals(FOLDER) || word.startsWith(FOLDER + ":");
      if (ofFolder && toolchain.paths().folder().isEmpty()) {
        problem("'{%s}' has no meaning without 'folder'".formatted(word));
      } else if (ofFolder && !word.equals(FOLDER)) {
        CatalogChecks.dangling(
                "part of the folder",
                word.substring(FOLDER.length() + 1),
                parts,
                toolchain.origin(),
                path())
            .ifPresent(problems::add);
      }
    }
  }

  private void places() {
    words(texts()).stream()
        .filter(word -> word.equals("home") || word.startsWith("env:"))
        .forEach(word -> problem("'{%s}' has no meaning outside 'folder.find'".formatted(word)));
  }

  private static Stream<String> places(ToolchainPaths paths) {
    return paths.folder().stream().map(Sdk::find).flatMap(List::stream);
  }

  /** The texts that are templates, but for the places where the folder is looked for. */
  private Stream<String> texts() {
    ToolchainPaths paths = toolchain.paths();
    return Stream.of(
            paths.path().stream(),
            paths.libraryPath().stream(),
            paths.linkPaths().stream(),
            paths.linkerPaths().stream(),
            toolchain.rustflags().values().stream().flatMap(Collection::stream),
            toolchain.environment().values().stream(),
            toolchain.programs().values().stream().flatMap(ToolchainChecks::texts),
            toolchain.launcher().stream().flatMap(Launcher::texts))
        .flatMap(texts -> texts);
  }

  private static Stream<String> texts(Program program) {
    if (program instanceof Program.Found found) {
      return Stream.of(
              found.names().stream().map(Program.Candidate::name),
              found.arguments().stream(),
              found.environment().values().stream())
          .flatMap(texts -> texts);
    }
    return program instanceof Program.Wrapped wrapped
        ? Stream.of(
                wrapped.arguments().stream(),
                wrapped.environment().values().stream(),
                wrapped.version().stream().flatMap(call -> call.arguments().stream()))
            .flatMap(texts -> texts)
        : Stream.empty();
  }

  private static List<String> words(Stream<String> texts) {
    return texts
        .flatMap(text -> WORD.matcher(text).results())
        .map(word -> word.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  private String path() {
    return "toolchains." + toolchain.name();
  }

  private void problem(String message) {
    problems.add(new CatalogProblem(toolchain.origin(), path(), message));
  }
}
