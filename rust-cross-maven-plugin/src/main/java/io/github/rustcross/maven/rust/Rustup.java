package io.github.rustcross.maven.rust;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;

/** Installs the standard libraries of targets. */
public final class Rustup {
  private final ProcessRunner processes;

  /** An installer. */
  @Inject
  public Rustup(ProcessRunner processes) {
    this.processes = processes;
  }

  /** The command that installs the standard library of a target. */
  public Command addCommand(RustCommands commands, List<String> triples) {
    List<String> arguments = new ArrayList<>(List.of("target", "add"));
    arguments.addAll(triples);
    return commands.rustup(arguments);
  }

  /** The command that installs components of the toolchain. */
  public Command componentCommand(RustCommands commands, List<String> components) {
    List<String> arguments = new ArrayList<>(List.of("component", "add"));
    arguments.addAll(components);
    return commands.rustup(arguments);
  }

  /**
   * Installs components of the toolchain; the caller holds the lock of RUSTUP_HOME.
   *
   * @throws ProblemException if rustup is missing or refuses, with what it said
   */
  public void addComponents(RustCommands commands, List<String> components)
      throws ProblemException {
    Command command = componentCommand(commands, components);
    String failure;
    try {
      ProcessOutput output = processes.capture(command);
      if (output.succeeded()) {
        return;
      }
      failure = "exit code %d:\n%s".formatted(output.exitCode(), CargoErrors.of(output.stderr()));
    } catch (IOException e) {
      failure = e.getMessage();
    }
    throw new ProblemException(
        Problem.of(
            ProblemCode.STD_SOURCE,
            "'%s' failed: %s".formatted(command.display(), failure),
            "Choose a toolchain that has the component with -Drust.channel=…"));
  }

  /**
   * Installs the standard libraries of targets; the caller holds the lock of RUSTUP_HOME.
   *
   * @throws ProblemException if rustup is missing or refuses, with what it said
   */
  public void add(RustCommands commands, List<String> triples) throws ProblemException {
    Command command = addCommand(commands, triples);
    try {
      ProcessOutput output = processes.capture(command);
      if (!output.succeeded()) {
        throw new ProblemException(
            Problem.of(
                ProblemCode.STD_MISSING,
                "'%s' failed with exit code %d:\n%s"
                    .formatted(
                        command.display(), output.exitCode(), CargoErrors.of(output.stderr())),
                CargoErrors.isNetwork(output.stderr())
                    ? ("Name a proxy, or a mirror of rust-cross-rustup, in settings.xml; or run this"
                            + " where there is a network, once and beforehand: %s")
                        .formatted(command.display())
                    : "Build it from source with -Drust.std=build -Drust.channel=nightly, choose a"
                        + " toolchain that has it with -Drust.channel=…, or leave the target out."));
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.STD_MISSING,
              "the standard library of %s is not installed and 'rustup' cannot be started: %s"
                  .formatted(String.join(", ", triples), e.getMessage()),
              "Install rustup, or the standard library through whatever installed rustc."),
          e);
    }
  }
}
