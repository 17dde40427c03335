package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.TargetCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            "runnerVersion", runner.version().isPresent(),
            "setup", runner.setup().isPresent());
    for (Word word : words(Stream.concat(texts(), sysrootArguments()))) {
      if (!parts.getOrDefault(word.name(), true)) {
        String part = word.name().equals("runnerVersion") ? "version" : word.name();
        problem("", "'{%s}' has no meaning without '%s'".formatted(word.name(), part));
      } else if (word.name().equals("download") || word.name().equals("version")) {
        download(word.of(), "");
      } else if (word.name().equals("script")) {
        CatalogChecks.dangling(
                "script", word.of(), runner.scripts().keySet(), runner.origin(), path)
            .ifPresent(problems::add);
      }
    }
    if (words(texts()).stream().anyMatch(word -> word.name().equals("sysroot"))) {
      problem("", "'{sysroot}' has no meaning outside 'sysroot.arguments'");
    }
  }

  /** A word; {@code of} is what follows its colon, nothing without one. */
  private record Word(String name, String of) {}

  private static List<Word> words(Stream<String> texts) {
    return texts
        .flatMap(text -> WORD.matcher(text).results())
        .map(word -> new Word(word.group(1), Objects.requireNonNullElse(word.group(2), "")))
        .distinct()
        .toList();
  }

  private Stream<String> sysrootArguments() {
    return runner.sysroot().stream().flatMap(sysroot -> sysroot.arguments().stream());
  }

  /** The texts that are templates, but for the sysroot's arguments and install commands. */
  private Stream<String> texts() {
    return Stream.of(
            runner.program().stream()
                .flatMap(
                    program ->
                        Stream.concat(program.names().stream(), program.otherwise().stream())),
            runner.version().flatMap(Runner.VersionRule::shown).stream(),
            runner.command().stream(),
            runner.environment().values().stream(),
            runner.sysroot().stream().flatMap(sysroot -> sysroot.folders().stream()),
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
