package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.TargetCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks what one value of a runner alone cannot show. */
final class RunnerChecks {
  private static final Pattern WORD = Pattern.compile("\\{([A-Za-z]+)(?::([^{}?]+))?\\??}");

  private final Runner runner;
  private final TargetCatalog catalog;
  private final String path;
  private final List<CatalogProblem> problems = new ArrayList<>();

  private RunnerChecks(Runner runner, TargetCatalog catalog) {
    this.runner = runner;
    this.catalog = catalog;
    this.path = "runners." + runner.name();
  }

  static List<CatalogProblem> check(Runner runner, TargetCatalog catalog) {
    RunnerChecks checks = new RunnerChecks(runner, catalog);
    checks.keys();
    checks.words();
    return checks.problems;
  }

  private void keys() {
    if (runner.argument().isPresent() && !runner.named()) {
      problem(".argument", "has no meaning without 'named: true': nobody could write one");
    }
    if (runner.version().isPresent() && runner.program().isEmpty()) {
      problem(".version", "has no meaning without 'program'");
    }
    runner
        .sysroot()
        .flatMap(Runner.Sysroot::download)
        .filter(name -> !name.contains("{"))
        .ifPresent(name -> download(name, ".sysroot.download"));
  }

  /** Words that lead nowhere, and words of which the runner lacks the part that gives them. */
  private void words() {
    Map<String, Boolean> parts =
        Map.of(
            "program", runner.program().isPresent(),
            "argument", runner.argument().isPresent(),
            "sysroot", runner.sysroot().isPresent(),
            "setup", runner.setup().isPresent());
    texts()
        .flatMap(text -> WORD.matcher(text).results())
        .map(result -> WORD.matcher(result.group()))
        .filter(Matcher::matches)
        .forEach(
            word -> {
              String name = word.group(1);
              if (word.group(2) == null && !parts.getOrDefault(name, true)) {
                problem("", "'{%s}' has no meaning without '%s'".formatted(name, name));
              } else if (name.equals("download") || name.equals("version")) {
                download(word.group(2), "");
              } else if (name.equals("script")) {
                CatalogChecks.dangling(
                        "script", word.group(2), runner.scripts().keySet(), runner.origin(), path)
                    .ifPresent(problems::add);
              }
            });
    if (runner.version().isEmpty() && texts().anyMatch(text -> text.contains("{runnerVersion}"))) {
      problem("", "'{runnerVersion}' has no meaning without 'version'");
    }
  }

  /** The texts that are templates, but for install commands. */
  private Stream<String> texts() {
    return Stream.of(
            runner.program().stream()
                .flatMap(
                    program ->
                        Stream.concat(program.names().stream(), program.otherwise().stream())),
            runner.command().stream(),
            runner.environment().values().stream(),
            runner.sysroot().stream()
                .flatMap(
                    sysroot ->
                        Stream.concat(sysroot.folders().stream(), sysroot.arguments().stream())),
            runner.setup().stream().flatMap(RunnerChecks::texts))
        .flatMap(texts -> texts);
  }

  private static Stream<String> texts(Runner.Setup setup) {
    return Stream.of(
            Stream.of(setup.folder()),
            setup.command().stream(),
            setup.environment().values().stream(),
            setup.libraries().stream()
                .flatMap(library -> Stream.of(library.file(), library.machine())))
        .flatMap(texts -> texts);
  }

  private void download(String name, String key) {
    CatalogChecks.dangling(
            "download", name, catalog.downloads().keySet(), runner.origin(), path + key)
        .ifPresent(problems::add);
  }

  private void problem(String key, String message) {
    problems.add(new CatalogProblem(runner.origin(), path + key, message));
  }
}
