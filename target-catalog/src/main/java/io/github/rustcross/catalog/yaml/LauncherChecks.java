package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Launcher;
import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.ToolchainChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks what one value of a launcher alone cannot show. */
final class LauncherChecks {
  private static final Pattern SCRIPT = Pattern.compile("\\{script:([^{}?]+)\\??}");
  private static final Pattern IMAGE = Pattern.compile("\\{image\\??}");

  private LauncherChecks() {}

  static List<CatalogProblem> check(Toolchain toolchain) {
    List<CatalogProblem> problems = new ArrayList<>();
    toolchain.launcher().ifPresent(launcher -> check(toolchain, launcher, problems));
    return problems;
  }

  private static void check(Toolchain toolchain, Launcher launcher, List<CatalogProblem> problems) {
    String path = "toolchains." + toolchain.name();
    if (!toolchain.programs().isEmpty() || !toolchain.downloads().isEmpty()) {
      problems.add(
          new CatalogProblem(
              toolchain.origin(),
              path + (toolchain.programs().isEmpty() ? ".downloads" : ".programs"),
              "has no meaning with 'launcher': the compilers are where cargo is started"));
    }
    launcher.command().stream()
        .flatMap(text -> SCRIPT.matcher(text).results())
        .map(word -> word.group(1))
        .distinct()
        .map(
            name ->
                CatalogChecks.dangling(
                    "script",
                    name,
                    launcher.scripts().keySet(),
                    launcher.origin(),
                    path + ".launcher.command"))
        .flatMap(Optional::stream)
        .forEach(problems::add);
    if (launcher.image().isEmpty()
        && launcher.command().stream().anyMatch(text -> IMAGE.matcher(text).find())) {
      problems.add(
          new CatalogProblem(
              launcher.origin(),
              path + ".launcher.command",
              "'{image}' has no meaning without 'image'"));
    }
    if (launcher.image().stream()
        .flatMap(image -> image.names().stream())
        .map(Program.Candidate::name)
        .anyMatch(text -> IMAGE.matcher(text).find())) {
      problems.add(
          new CatalogProblem(
              launcher.origin(), path + ".launcher.image.find", "'{image}' would mean itself"));
    }
  }

  /** Who starts cargo somewhere else cannot share the work with a toolchain of this machine. */
  static Optional<CatalogProblem> check(
      ToolchainChoice choice, TargetCatalog catalog, String path) {
    return choice.linker().isPresent()
            && Stream.of(choice.toolchain(), choice.linkingToolchain())
                .map(catalog.toolchains()::get)
                .anyMatch(part -> part != null && part.launcher().isPresent())
        ? Optional.of(
            new CatalogProblem(
                choice.origin(),
                path + ".toolchains",
                "'%s' cannot be: a toolchain with a launcher compiles and links alone"
                    .formatted(choice.label())))
        : Optional.empty();
  }
}
