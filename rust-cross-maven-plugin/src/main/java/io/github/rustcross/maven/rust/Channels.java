package io.github.rustcross.maven.rust;

import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;

/** The rustup toolchains: which are missing, and how they come here. */
public final class Channels {
  /** What rustup's stand-ins for rustc and cargo say. */
  private static final Pattern NOT_INSTALLED =
      Pattern.compile("toolchain '([^']+)' is not installed");

  /** What can be installed (The rustup book, "Toolchains"); other names are of the user's own. */
  private static final Pattern INSTALLABLE =
      Pattern.compile(
          "(stable|beta|nightly|\\d{1,9}\\.\\d{1,9}(\\.\\d{1,9})?(-beta(\\.\\d{1,9})?)?)"
              + "(-\\d{4}-\\d{2}-\\d{2})?(-[a-z0-9_-]+)?");

  /** What rustup says of a version or a day that never was. */
  private static final Pattern NEVER_RELEASED =
      Pattern.compile("nonexistent|no release found|invalid toolchain name");

  private static final List<String> WORDS = List.of("stable", "beta", "nightly");

  private final ProcessRunner processes;

  /** Asks rustup. */
  @Inject
  public Channels(ProcessRunner processes) {
    this.processes = processes;
  }

  /**
   * What is wrong where rustup's stand-in for a program failed; empty where it did for another
   * reason than a missing toolchain.
   */
  Optional<Problem> missing(RustCommands commands, String stderr) {
    Matcher matcher = NOT_INSTALLED.matcher(stderr);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String name = commands.channel().orElse(matcher.group(1));
    return Optional.of(
        INSTALLABLE.matcher(name).matches()
            ? Problem.of(
                ProblemCode.CHANNEL_MISSING,
                asked(commands, name) + " is not installed",
                "Run: rustup toolchain install " + name)
            : unknown(commands, name));
  }

  /** The command that installs the toolchain that is asked for, or that rustup chooses. */
  public Command installCommand(RustCommands commands) {
    List<String> line = new ArrayList<>(List.of("toolchain", "install"));
    // Without a name, what rust-toolchain.toml says of profile and components holds too.
    commands.channel().ifPresent(name -> line.addAll(List.of(name, "--profile", "minimal")));
    line.add("--no-self-update");
    return commands.rustupItself(line);
  }

  /**
   * Installs the toolchain that is asked for, or that rustup chooses; the caller holds the lock of
   * RUSTUP_HOME.
   *
   * @throws ProblemException if rustup refuses, with what it said
   */
  public void install(RustCommands commands) throws ProblemException {
    Command command = installCommand(commands);
    String stderr;
    try {
      ProcessOutput output = processes.capture(command);
      if (output.succeeded()) {
        return;
      }
      stderr = CargoErrors.of(output.stderr());
    } catch (IOException e) {
      stderr = "'rustup' cannot be started: " + e.getMessage();
    }
    boolean never = NEVER_RELEASED.matcher(stderr).find();
    throw new ProblemException(
        Problem.of(
            never ? ProblemCode.CHANNEL_UNKNOWN : ProblemCode.CHANNEL_MISSING,
            "'%s' failed:\n%s".formatted(command.display(), stderr),
            never
                ? "It takes stable, beta, nightly or a version like 1.85.0 that was released."
                : "Run it yourself where the network allows it, or choose one that is installed"
                    + " with -Drust.channel=…"));
  }

  private Problem unknown(RustCommands commands, String name) {
    List<String> known = Stream.concat(WORDS.stream(), installed(commands).stream()).toList();
    return Problem.of(
        ProblemCode.CHANNEL_UNKNOWN,
        asked(commands, name) + " does not exist",
        DidYouMean.of(
            name,
            known,
            "It takes stable, beta, nightly, a version like 1.85.0, or one that is installed: "
                + String.join(", ", known.subList(WORDS.size(), known.size()))));
  }

  private static String asked(RustCommands commands, String name) {
    return commands.channel().isPresent()
        ? "rust.channel: the rustup toolchain '%s'".formatted(name)
        : "the rustup toolchain '%s' that rust-toolchain.toml or rustup chooses in %s"
            .formatted(name, commands.directory());
  }

  private List<String> installed(RustCommands commands) {
    try {
      ProcessOutput output = processes.capture(commands.rustupItself(List.of("toolchain", "list")));
      return output.succeeded()
          ? output
              .stdout()
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("no "))
              .map(line -> line.split(" ")[0])
              .toList()
          : List.of();
    } catch (IOException e) {
      // What is told without their names is still the truth.
      return List.of();
    }
  }
}
