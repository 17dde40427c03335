package io.github.rustcross.maven.tool;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.toolchain.Launch;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.inject.Inject;

/** Brings the images here in which launchers start cargo. */
public final class LauncherImages {
  private static final int SHOWN_LINES = 10;

  private final ProcessRunner processes;

  /** Images of this machine's launchers. */
  @Inject
  public LauncherImages(ProcessRunner processes) {
    this.processes = processes;
  }

  /**
   * Fetches an image unless it is here.
   *
   * @param commands where programs are started, and with which variables
   * @param mayFetch whether it may be fetched
   * @param progress is told before something is fetched
   * @throws ProblemException if it is not here, and cannot be had
   * @throws IOException if this thread is interrupted
   */
  public void provide(
      Launch.Image image, RustCommands commands, boolean mayFetch, Consumer<String> progress)
      throws ProblemException, IOException {
    if (isHere(image, commands)) {
      return;
    }
    Command fetch = command(image.fetch(), commands);
    if (!mayFetch) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.IMAGE_UNAVAILABLE,
              "the image %s is not on this machine, and nothing may be fetched"
                  .formatted(image.name()),
              "Run once, where there is a network: " + fetch.display()));
    }
    progress.accept("Fetching image %s: %s".formatted(image.name(), fetch.display()));
    ProcessOutput output = run(image.fetch(), commands);
    if (!output.succeeded()) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.IMAGE_UNAVAILABLE,
              "the image %s is not on this machine, and '%s' ended with exit code %d%s"
                  .formatted(image.name(), fetch.display(), output.exitCode(), said(output)),
              "Check the image's name; one that is to be built here has to be built first, and an"
                  + " engine that knows no registry for short names needs the whole name of one:"
                  + " -Drust.crossToolchain=container:REGISTRY/NAME:TAG"));
    }
  }

  /**
   * Whether an image is here.
   *
   * @throws IOException if the engine cannot be started
   */
  public boolean isHere(Launch.Image image, RustCommands commands) throws IOException {
    return run(image.here(), commands).succeeded();
  }

  private ProcessOutput run(List<String> line, RustCommands commands) throws IOException {
    return processes.capture(command(line, commands));
  }

  private static Command command(List<String> line, RustCommands commands) {
    return new Command(line, commands.directory(), commands.environment());
  }

  private static String said(ProcessOutput output) {
    List<String> lines =
        (output.stderr().isBlank() ? output.stdout() : output.stderr())
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    return lines.isEmpty()
        ? ""
        : lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()).stream()
            .collect(Collectors.joining("\n  ", ":\n  ", ""));
  }
}
