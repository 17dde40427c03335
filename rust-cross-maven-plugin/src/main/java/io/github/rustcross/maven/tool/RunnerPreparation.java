package io.github.rustcross.maven.tool;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Storage;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.process.TimeLimit;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.runner.RunnerSetup;
import io.github.rustcross.runner.RunnerSetup.ForwardingLibrary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.inject.Inject;

/**
 * Makes the folder that a runner needs, once: under another name, which takes the place of the
 * final one in the command and in its variables, and is replaced by it when the folder is complete.
 */
public final class RunnerPreparation {
  /** A first start of a Windows takes seconds, on a machine that is busy with others a minute. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final int SHOWN_LINES = 10;

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Duration limit;

  /** A preparation. */
  @Inject
  public RunnerPreparation(HostSystem host, ProcessRunner processes) {
    this(host, processes, LIMIT);
  }

  RunnerPreparation(HostSystem host, ProcessRunner processes, Duration limit) {
    this.host = host;
    this.processes = processes;
    this.limit = limit;
  }

  /**
   * Makes the folder, if the runner needs one that is not there.
   *
   * @param progress is told before that, and of what was added
   * @throws ProblemException if the runner's command does not do it, or the folder cannot be
   *     written
   * @throws IOException if this thread is interrupted
   */
  public void prepare(RunnerSelection.Runnable runner, Consumer<String> progress)
      throws ProblemException, IOException {
    if (runner.setup().isEmpty() || Files.isDirectory(runner.setup().get().folder())) {
      return;
    }
    RunnerSetup setup = runner.setup().get();
    Path folder = setup.folder();
    Path file = folder.resolveSibling(folder.getFileName() + ".lock");
    try (CacheLock lock = CacheLock.acquire(file, "the folder of " + runner.label())) {
      if (!Files.isDirectory(folder)) {
        progress.accept("Preparing %s (once)".formatted(runner.label()));
        make(runner, setup, progress);
      }
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.CACHE_UNUSABLE,
              "the folder %s of %s cannot be made: %s"
                  .formatted(folder, runner.label(), Storage.reason(e)),
              "Name a folder that can be written and has room: -Drust.cacheDir=/path/to/folder"),
          e);
    }
  }

  private void make(RunnerSelection.Runnable runner, RunnerSetup setup, Consumer<String> progress)
      throws ProblemException, IOException {
    Path folder = setup.folder();
    try (TemporaryFolder temporary = new TemporaryFolder(folder.getParent())) {
      if (!setup.command().isEmpty()) {
        run(runner, setup, temporary.path());
      }
      for (ForwardingLibrary library : setup.libraries()) {
        add(library, temporary.path(), runner, progress);
      }
      Files.move(temporary.path(), folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void run(RunnerSelection.Runnable runner, RunnerSetup setup, Path temporary)
      throws ProblemException, IOException {
    Map<String, String> environment = host.environment();
    setup
        .environment()
        .forEach((name, value) -> environment.put(name, moved(value.value(), setup, temporary)));
    List<String> line = new ArrayList<>();
    setup.command().forEach(word -> line.add(moved(word, setup, temporary)));
    Command command = new Command(line, temporary, environment);
    Optional<ProcessOutput> output = new TimeLimit(processes, limit).capture(command);
    if (output.filter(ProcessOutput::succeeded).isPresent()) {
      return;
    }
    throw new ProblemException(
        Problem.of(
            ProblemCode.RUNNER_UNUSABLE,
            "%s cannot be prepared: %s %s"
                .formatted(
                    runner.label(),
                    command.display(),
                    output
                        .map(ended -> "ended with exit code " + ended.exitCode() + said(ended))
                        .orElse("took longer than %d s".formatted(limit.toSeconds()))),
            "Run it by hand to see what is wrong with the installation: "
                + new Command(setup.command(), temporary, Map.of()).display()));
  }

  private static String moved(String text, RunnerSetup setup, Path temporary) {
    return text.replace(setup.folder().toString(), temporary.toString());
  }

  private static String said(ProcessOutput output) {
    List<String> lines =
        (output.stdout() + output.stderr()).lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? ""
        : lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()).stream()
            .collect(Collectors.joining("\n  ", ":\n  ", ""));
  }

  private static void add(
      ForwardingLibrary library,
      Path folder,
      RunnerSelection.Runnable runner,
      Consumer<String> progress)
      throws IOException {
    Path file = folder.resolve(library.file());
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    String name = file.getFileName().toString();
    Files.write(file, ForwarderImage.of(name, library.machine(), library.functions()));
    progress.accept(
        "%s has no %s, which programs of Rust need: added (%s)"
            .formatted(
                runner.label(),
                name,
                library.functions().entrySet().stream()
                    .map(function -> function.getKey() + " is " + function.getValue())
                    .sorted()
                    .collect(Collectors.joining(", "))));
  }
}
