package io.github.rustcross.maven.cargo;

import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.problem.Secrets;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.RustCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs {@code cargo build}. */
public final class CargoRunner {
  private static final Logger LOG = LoggerFactory.getLogger(CargoRunner.class);

  private final ProcessRunner processes;

  /** A runner. */
  @Inject
  public CargoRunner(ProcessRunner processes) {
    this.processes = processes;
  }

  /**
   * Runs a job to its end.
   *
   * @param quiet whether its diagnostics are for those who debug only
   * @param progress how often to tell how far it is
   * @throws IOException if cargo cannot be started
   */
  public CargoOutcome run(RustCommands commands, CargoJob job, boolean quiet, Duration progress)
      throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    job.environment().forEach((name, setting) -> environment.put(name, setting.value()));
    Command command;
    if (job.launcher().isPresent()) {
      // What is not there cannot be handed in.
      Files.createDirectories(job.targetDir());
      command = commands.launched(job.launcherWords(), job.commandLine(), environment);
    } else {
      command = commands.cargo(job.commandLine(), environment);
    }
    if (LOG.isDebugEnabled()) {
      LOG.debug("{}", command.display());
      job.changedVariables()
          .forEach(
              (name, setting) ->
                  LOG.debug(
                      "  {}={}   [{}]", name, Secrets.mask(setting.value()), setting.origin()));
    }
    CargoMessages messages = new CargoMessages();
    CargoOutput output = new CargoOutput(quiet, Clock.systemUTC(), progress);
    int exitCode = processes.stream(command, messages::line, output::line);
    return new CargoOutcome(
        exitCode, messages.produced(), messages.scripts(), output.errors(), output.messages());
  }
}
