package io.github.rustcross.runner;

import io.github.rustcross.catalog.Runner;
import io.github.rustcross.toolchain.HostSearch;
import io.github.rustcross.toolchain.ProgramProbe;
import io.github.rustcross.toolchain.ToolState;
import io.github.rustcross.toolchain.VersionOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the program of a runner: the first that is here, works and is new enough. */
final class ExecutableSearch {
  private static final Pattern DOWNLOAD = Pattern.compile("\\{download:([^{}?]+)}");

  private final HostSearch search;
  private final ProgramProbe probe;

  ExecutableSearch(HostSearch search, ProgramProbe probe) {
    this.search = search;
    this.probe = probe;
  }

  /**
   * A program that serves.
   *
   * @param path where it is, or will be
   * @param version its version; empty where nobody asked, or where it is yet to be fetched
   * @param folderWord what tells its versions apart in the name of a folder
   */
  record Found(Path path, Optional<String> version, Optional<String> folderWord) {}

  /** The program; where there is none, why is kept in the texts. */
  Optional<Found> find(Runner.Executable program, Runner runner, RunnerTexts texts) {
    List<String> missing = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (String name : names(program, texts)) {
      Optional<Path> path = locate(name);
      if (path.isEmpty()) {
        missing.add(name);
      } else {
        Optional<Found> found = checked(path.get(), runner, texts, reasons);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    if (!missing.isEmpty()) {
      reasons.add(notHere(missing));
    }
    return program.otherwise().isPresent() && texts.lacking().isEmpty()
        ? downloaded(program.otherwise().get(), runner, texts, reasons)
        : nothing(texts, reasons);
  }

  private static Optional<Found> nothing(RunnerTexts texts, List<String> reasons) {
    reasons.forEach(texts::lacks);
    return Optional.empty();
  }

  /** The names that this target has words for. */
  private static List<String> names(Runner.Executable program, RunnerTexts texts) {
    List<String> names =
        program.names().stream()
            .map(texts.template()::tryExpand)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      program.names().forEach(texts::text);
    }
    return names;
  }

  private Optional<Path> locate(String name) {
    return isPath(name) ? Optional.of(Path.of(name)).filter(search::exists) : search.program(name);
  }

  private static boolean isPath(String name) {
    return name.contains("/");
  }

  private Optional<Found> downloaded(
      String text, Runner runner, RunnerTexts texts, List<String> reasons) {
    Optional<String> download =
        DOWNLOAD.matcher(text).results().map(word -> word.group(1)).findFirst();
    if (download.isPresent() && !texts.canHave(download.get())) {
      nothing(texts, reasons);
    }
    Optional<Path> path = texts.text(text).map(Path::of);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (download.isPresent()
        && texts.tool(download.get()).get() instanceof ToolState.Obtainable obtainable) {
      return Optional.of(
          new Found(path.get(), Optional.empty(), Optional.of(obtainable.version())));
    }
    Optional<Found> found = checked(path.get(), runner, texts, reasons);
    return found.isPresent() ? found : nothing(texts, reasons);
  }

  private Optional<Found> checked(
      Path path, Runner runner, RunnerTexts texts, List<String> reasons) {
    if (runner.version().isEmpty()) {
      return Optional.of(new Found(path, Optional.empty(), Optional.empty()));
    }
    Runner.VersionRule rule = runner.version().get();
    ProgramProbe.Result result = probe.probe(path, texts.texts(rule.arguments()), rule.pattern());
    if (result instanceof ProgramProbe.Broken broken) {
      reasons.add("%s does not serve: %s".formatted(path, broken.reason()));
      return Optional.empty();
    }
    String version = ((ProgramProbe.Works) result).version();
    if (rule.atLeast().filter(lowest -> !VersionOrder.isAtLeast(version, lowest)).isPresent()) {
      reasons.add(
          "%s is version %s, at least %s is needed".formatted(path, version, rule.atLeast().get()));
      return Optional.empty();
    }
    return Optional.of(new Found(path, Optional.of(version), Optional.of(version)));
  }

  private static String notHere(List<String> names) {
    String onPath =
        names.stream().filter(name -> !isPath(name)).collect(Collectors.joining(" or "));
    String paths =
        names.stream().filter(ExecutableSearch::isPath).collect(Collectors.joining(" or "));
    if (paths.isEmpty()) {
      return onPath + " is not on PATH";
    }
    return onPath.isEmpty()
        ? "there is no " + paths
        : "%s is not on PATH, and there is no %s".formatted(onPath, paths);
  }
}
