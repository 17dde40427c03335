package io.github.rustcross.maven.rust;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.inject.Inject;

/** Has cargo download what a crate depends on. */
public final class Dependencies {
  /** What cargo says of each crate that it has downloaded. */
  private static final Pattern DOWNLOADED = Pattern.compile("(?m)^ *Downloaded (\\S+ v\\S+)$");

  private final ProcessRunner processes;

  /** A downloader. */
  @Inject
  public Dependencies(ProcessRunner processes) {
    this.processes = processes;
  }

  /**
   * Has them downloaded: all that Cargo.lock has for these platforms, of whatever features and
   * kinds, so that tests and build scripts are served too.
   *
   * @param triples the targets, the host among them, because build scripts are the host's
   * @param locked whether Cargo.lock has to be there and up to date
   * @param buildStd whether the standard library is built too, which has dependencies of its own
   * @return the crates that were not here before, with their versions
   * @throws ProblemException if cargo cannot download them, with what cargo said
   */
  public List<String> fetch(
      RustCommands commands, Path manifest, List<String> triples, boolean locked, boolean buildStd)
      throws ProblemException {
    List<String> line = new ArrayList<>(List.of("fetch", "--manifest-path", manifest.toString()));
    triples.forEach(triple -> line.addAll(List.of("--target", triple)));
    if (locked) {
      line.add("--locked");
    }
    if (buildStd) {
      line.add("-Zbuild-std");
    }
    ProcessOutput output;
    try {
      output = processes.capture(commands.cargo(line));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              ProblemCode.CARGO_MISSING,
              "'cargo' cannot be started: " + e.getMessage(),
              Optional.empty()),
          e);
    }
    if (!output.succeeded()) {
      throw new ProblemException(
          MetadataProblems.of(manifest, line, commands.mirror(), output.stderr()));
    }
    return DOWNLOADED
        .matcher(output.stderr())
        .results()
        .map(result -> result.group(1))
        .distinct()
        .toList();
  }
}
