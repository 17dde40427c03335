package io.github.rustcross.runner;

import io.github.rustcross.catalog.Installation;
import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.runner.RunnerSelection.Rejection;
import io.github.rustcross.runner.RunnerSelection.Unrunnable;
import io.github.rustcross.runner.RunnerSetup.ForwardingLibrary;
import io.github.rustcross.toolchain.InstallCommand;
import io.github.rustcross.toolchain.Remedy;
import io.github.rustcross.toolchain.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together how one runner runs one target's programs, or says what it lacks. */
final class RunnerAssembly {
  private final Runner runner;
  private final Target target;
  private final InstallCommand commands;
  private final RunnerTexts texts;

  /** What would bring what is lacking. */
  private final Set<Remedy> remedies = new LinkedHashSet<>();

  RunnerAssembly(Runner runner, Target target, InstallCommand commands, RunnerTexts texts) {
    this.runner = runner;
    this.target = target;
    this.commands = commands;
    this.texts = texts;
  }

  RunnerSelection assemble(ExecutableSearch programs, SysrootSearch sysroots, String reason) {
    Optional<ExecutableSearch.Found> program =
        runner.program().flatMap(wanted -> programs.find(wanted, runner, texts));
    remedy(runner.install());
    Optional<Path> sysroot = sysroot(sysroots);
    if (!texts.lacking().isEmpty()) {
      return rejected();
    }
    program.ifPresent(found -> texts.learn("program", found.path().toString()));
    program
        .flatMap(ExecutableSearch.Found::folderWord)
        .ifPresent(version -> texts.learn("runnerVersion", version));
    Optional<RunnerSetup> setup = runner.setup().flatMap(this::setup);
    List<String> command = new ArrayList<>(texts.texts(runner.command()));
    sysroot.ifPresent(folder -> command.addAll(sysrootArguments(folder)));
    Map<String, Setting> environment = texts.settings(runner.environment());
    remedy(runner.install());
    if (!texts.lacking().isEmpty()) {
      return rejected();
    }
    return new RunnerSelection.Runnable(
        runner.name(),
        program.flatMap(ExecutableSearch.Found::version).map(this::shown),
        command,
        environment,
        sysroot.filter(folder -> needsSysroot()),
        texts.tools(),
        texts.scripts(),
        setup,
        runner.services(),
        reason);
  }

  /** Where a program only hosts the runner, the runner's version is another one. */
  private String shown(String programs) {
    return runner
        .version()
        .flatMap(Runner.VersionRule::shown)
        .flatMap(texts::text)
        .orElse(programs);
  }

  private Optional<Path> sysroot(SysrootSearch sysroots) {
    Optional<String> loader = SysrootSearch.loader(target);
    if (runner.sysroot().isEmpty() || loader.isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> sysroot = sysroots.find(runner.sysroot().get(), loader.get(), texts);
    if (sysroot.isEmpty()) {
      remedy(runner.sysroot().get().install());
    }
    return sysroot;
  }

  /** Where the folder is for looking only, the runner needs none. */
  private boolean needsSysroot() {
    return runner.sysroot().filter(wanted -> !wanted.arguments().isEmpty()).isPresent();
  }

  private List<String> sysrootArguments(Path folder) {
    texts.learn("sysroot", folder.toString());
    return texts.texts(runner.sysroot().orElseThrow().arguments());
  }

  private Optional<RunnerSetup> setup(Runner.Setup wanted) {
    Optional<String> folder = texts.text(wanted.folder());
    folder.ifPresent(path -> texts.learn("setup", path));
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Setting> environment = new LinkedHashMap<>(texts.settings(runner.environment()));
    environment.putAll(texts.settings(wanted.environment()));
    List<ForwardingLibrary> libraries = new ArrayList<>();
    for (Runner.Library library : wanted.libraries()) {
      Optional<String> file = texts.text(library.file());
      Optional<String> machine = texts.text(library.machine());
      if (file.isPresent() && machine.isPresent()) {
        libraries.add(new ForwardingLibrary(file.get(), machine.get(), library.functions()));
      }
    }
    return Optional.of(
        new RunnerSetup(
            Path.of(folder.get()), texts.texts(wanted.command()), environment, libraries));
  }

  /** The command is of use only where something is lacking that can be installed. */
  private void remedy(Installation install) {
    if (!texts.lacking().isEmpty() && !texts.lacksWords()) {
      commands.of(install, texts.template()).ifPresent(remedies::add);
    }
  }

  private Unrunnable rejected() {
    return new Unrunnable(
        List.of(
            new Rejection(
                runner.name(), String.join("; ", texts.lacking()), List.copyOf(remedies))));
  }
}
