package io.github.rustcross.runner;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.RunnerChoice;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.runner.RunnerSelection.Rejection;
import io.github.rustcross.runner.RunnerSelection.Runnable;
import io.github.rustcross.runner.RunnerSelection.Unrunnable;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.HostSearch;
import io.github.rustcross.toolchain.InstallCommand;
import io.github.rustcross.toolchain.ProgramProbe;
import io.github.rustcross.toolchain.TargetWords;
import io.github.rustcross.toolchain.Template;
import io.github.rustcross.toolchain.ToolFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Picks the first of a target's runners that runs its programs here, and says why.
 *
 * <p>Templates of runners know the words of {@link TargetWords}, {@code {targetOs}} and {@code
 * {targetArch}} (the target's platform), {@code {directory}} and {@code {targetDir}} and {@code
 * {linkedSysroot}} ({@link RunnerFolders}), {@code {argument}}, {@code {download:x}}, {@code
 * {version:x}}, {@code {script:x}}; those of the command and after it also {@code {program}} and
 * {@code {runnerVersion}}, those of the sysroot's arguments {@code {sysroot}}, those of a setup's
 * command and all variables {@code {setup}}.
 */
public final class RunnerSelector {
  private final TargetCatalog catalog;
  private final HostPlatform host;
  private final ToolFinder tools;
  private final Path cacheDir;
  private final InstallCommand commands;
  private final ExecutableSearch programs;
  private final SysrootSearch sysroots;

  /**
   * A selector for one machine.
   *
   * @param probe asked only for programs that are here, of runners that are tried
   * @param cacheDir the tool cache, under which scripts and set up folders will lie
   */
  public RunnerSelector(
      TargetCatalog catalog,
      HostPlatform host,
      HostSearch search,
      ToolFinder tools,
      ProgramProbe probe,
      Path cacheDir) {
    this.catalog = catalog;
    this.host = host;
    this.tools = tools;
    this.cacheDir = cacheDir;
    this.commands = new InstallCommand(catalog, host, search);
    this.programs = new ExecutableSearch(search, probe);
    this.sysroots = new SysrootSearch(catalog.downloads().keySet(), search::exists);
  }

  /**
   * Picks the runner for a target. Those that come after the one that is taken are not looked at.
   *
   * @throws IllegalArgumentException if the catalog has no runner of the name that is asked for
   */
  public RunnerSelection select(Target target, RunnerRequest request, RunnerFolders folders) {
    if (request instanceof RunnerRequest.Named named) {
      return named(target, named, folders);
    }
    if (request instanceof RunnerRequest.None) {
      return new Unrunnable(
          List.of(new Rejection("none", "it runs nothing, as asked for", List.of())));
    }
    List<Rejection> rejections = new ArrayList<>();
    for (RunnerChoice choice : target.runners()) {
      Runner runner = catalog.requireRunner(choice.runner());
      if (!runner.named()) {
        RunnerSelection selection =
            attempt(target, runner, choice, Optional.empty(), folders, reason(rejections));
        if (selection instanceof Runnable) {
          return selection;
        }
        rejections.addAll(((Unrunnable) selection).rejections());
      }
    }
    return new Unrunnable(rejections);
  }

  private RunnerSelection named(Target target, RunnerRequest.Named request, RunnerFolders folders) {
    Runner runner = catalog.requireRunner(request.name());
    Optional<RunnerChoice> choice =
        target.runners().stream()
            .filter(listed -> listed.runner().equals(runner.name()))
            .findFirst()
            .or(() -> anyTarget(runner));
    if (choice.isEmpty()) {
      return rejected(runner, "it does not run programs for " + target.triple() + served(target));
    }
    return attempt(target, runner, choice.get(), request.argument(), folders, "named");
  }

  private static Optional<RunnerChoice> anyTarget(Runner runner) {
    return runner.named()
        ? Optional.of(new RunnerChoice(runner.name(), Set.of(), Origin.of("named")))
        : Optional.empty();
  }

  private static String served(Target target) {
    return target.runners().isEmpty()
        ? ""
        : target.runners().stream()
            .map(RunnerChoice::runner)
            .collect(Collectors.joining(", ", "; the catalog lists ", ""));
  }

  private RunnerSelection attempt(
      Target target,
      Runner runner,
      RunnerChoice choice,
      Optional<String> argument,
      RunnerFolders folders,
      String reason) {
    Map<String, String> words = words(target, argument, folders);
    Set<String> hosts = hosts(runner, choice, new Template(words));
    String machine = host.os() + "-" + host.arch();
    if (!hosts.isEmpty() && !hosts.contains(host.os()) && !hosts.contains(machine)) {
      return rejected(
          runner, "it serves on %s only, this is %s".formatted(String.join(", ", hosts), machine));
    }
    if (runner.argument().isPresent() && argument.isEmpty()) {
      return rejected(runner, "it needs an argument: " + runner.argument().get());
    }
    if (runner.argument().isEmpty() && argument.isPresent()) {
      return rejected(runner, "it takes no argument, not '%s'".formatted(argument.get()));
    }
    RunnerTexts texts =
        new RunnerTexts(
            runner,
            target,
            words,
            cacheDir.resolve("wrappers"),
            tools,
            catalog.downloads().keySet());
    return new RunnerAssembly(runner, target, commands, texts).assemble(programs, sysroots, reason);
  }

  private Map<String, String> words(
      Target target, Optional<String> argument, RunnerFolders folders) {
    Map<String, String> words = TargetWords.of(target, host, cacheDir);
    words.put("directory", folders.directory().toString());
    words.put("targetDir", folders.targetDir().toString());
    folders.sysroot().ifPresent(path -> words.put(SysrootSearch.LINKED, path.toString()));
    argument.ifPresent(text -> words.put("argument", text));
    return words;
  }

  private static Set<String> hosts(Runner runner, RunnerChoice choice, Template template) {
    Set<String> hosts = choice.hosts().isEmpty() ? runner.hosts() : choice.hosts();
    return hosts.stream()
        .map(template::tryExpand)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Unrunnable rejected(Runner runner, String reason) {
    return new Unrunnable(List.of(new Rejection(runner.name(), reason, List.of())));
  }

  private static String reason(List<Rejection> rejections) {
    return rejections.isEmpty()
        ? "first in the catalog's order"
        : rejections.stream()
            .map(Rejection::toString)
            .collect(Collectors.joining("; not ", "first that serves (not ", ")"));
  }
}
