package io.github.rustcross.maven.rust;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.Background;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.toolchain.HostPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;

/** Asks rustc and cargo who they are. */
public final class RustProbe {
  private static final String INSTALL =
      "Install Rust through rustup (its site tells how), or put cargo and rustc on PATH.";
  private static final Pattern HOST = Pattern.compile("(?m)^host: (\\S+)$");

  /** {@code --keep-going} was unstable before (Cargo's changelog, 1.74). */
  private static final CargoVersion OLDEST_CARGO = new CargoVersion(1, 74);

  private static final Pattern RELEASE = Pattern.compile("(?m)^release: (\\S+)$");

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Channels channels;

  /** A probe. */
  @Inject
  public RustProbe(HostSystem host, ProcessRunner processes) {
    this.host = host;
    this.processes = processes;
    this.channels = new Channels(processes);
  }

  /**
   * The toolchain that a crate's folder gets.
   *
   * @throws ProblemException if there is none, with what rustup said
   */
  public RustToolchain probe(RustCommands commands) throws ProblemException {
    return toolchain(commands, compiler(commands));
  }

  /**
   * The compiler that a crate's folder gets: asked alone, because rustup may install a toolchain on
   * its first call.
   *
   * @throws ProblemException if there is none, with what rustup said
   */
  public RustCompiler compiler(RustCommands commands) throws ProblemException {
    if (commands.channel().isPresent() && host.program("rustup").isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.CARGO_MISSING,
              "rust.channel=%s needs rustup, which is not on PATH"
                  .formatted(commands.channel().get()),
              "Install Rust through rustup, or leave -Drust.channel out."));
    }
    String rustc = run(commands, commands.rustc(List.of("-vV")), "rustc");
    return new RustCompiler(
        HostPlatform.of(new TargetTriple(first(HOST, rustc)), host.privileged()),
        first(RELEASE, rustc));
  }

  /**
   * The toolchain that a compiler belongs to.
   *
   * @throws ProblemException if cargo is missing or too old
   */
  public RustToolchain toolchain(RustCommands commands, RustCompiler compiler)
      throws ProblemException {
    Background<String> printing =
        Background.start(
            "rustc", () -> run(commands, commands.rustc(List.of("--print", "sysroot")), "rustc"));
    String cargo = run(commands, commands.cargo(List.of("-vV")), "cargo");
    // Before anything is refused: rustup should not be left at work in the user's folders.
    Path sysroot = Path.of(printing.await().strip());
    checkVersion(commands, first(RELEASE, cargo));
    return new RustToolchain(compiler.host(), compiler.version(), first(RELEASE, cargo), sysroot);
  }

  private static void checkVersion(RustCommands commands, String version) throws ProblemException {
    if (CargoVersion.parse(version).compareTo(OLDEST_CARGO) < 0) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.CARGO_TOO_OLD,
              "cargo is %s%s, and %s or newer is needed"
                  .formatted(
                      version,
                      commands.channel().map(name -> " (rust.channel=" + name + ")").orElse(""),
                      OLDEST_CARGO),
              "Choose a newer one with -Drust.channel=stable, or run: rustup update"));
    }
  }

  private String run(RustCommands commands, Command command, String program)
      throws ProblemException {
    ProcessOutput output;
    try {
      output = processes.capture(command);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.CARGO_MISSING,
              host.program(program).isEmpty()
                  ? "there is no '%s' on PATH".formatted(program)
                  : "'%s' cannot be started: %s".formatted(program, e.getMessage()),
              INSTALL),
          e);
    }
    if (!output.succeeded()) {
      throw new ProblemException(
          channels
              .missing(commands, output.stderr())
              .orElseGet(
                  () ->
                      Problem.of(
                          ProblemCode.CARGO_MISSING,
                          "'%s' failed with exit code %d:\n%s"
                              .formatted(
                                  command.display(), output.exitCode(), output.stderr().strip()),
                          INSTALL)));
    }
    return output.stdout();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("rustc -vV printed no " + pattern + ":\n" + text);
    }
    return matcher.group(1);
  }
}
