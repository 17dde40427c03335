package io.github.rustcross.maven.tool;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.toolchain.Template;
import io.github.rustcross.toolchain.ToolState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for tools that somebody has installed: on PATH, or as a Python package. */
final class InstalledTools {
  /** Prints version and folder of an installed package without importing it. */
  private static final String LOCATE =
      "import sys, importlib.metadata as m; d = m.distribution(sys.argv[1]); "
          + "print(d.version); print(d.locate_file(''))";

  private final HostSystem host;
  private final ProcessRunner processes;

  InstalledTools(HostSystem host, ProcessRunner processes) {
    this.host = host;
    this.processes = processes;
  }

  Optional<ToolState> onPath(Download download, List<String> reasons) {
    for (Download.Source source : download.sources()) {
      if (source instanceof Download.OnPath onPath) {
        Optional<Path> program = host.program(onPath.program());
        if (program.isEmpty()) {
          reasons.add(onPath.program() + " is not on PATH");
          continue;
        }
        List<String> line = new ArrayList<>(List.of(program.get().toString()));
        line.addAll(onPath.versionArguments());
        String version = firstLine(line).orElse("none");
        if (onPath.accepts().stream().anyMatch(version::startsWith)) {
          return Optional.of(new ToolState.Ready(program.get(), number(version), "PATH"));
        }
        reasons.add(
            "%s has version '%s', needed is %s"
                .formatted(program.get(), version, download.version()));
      }
    }
    return Optional.empty();
  }

  Optional<ToolState> inPython(Download download, Template template, List<String> reasons) {
    for (Download.Source source : download.sources()) {
      if (source instanceof Download.PythonPackage python) {
        Optional<ToolState> found = inPython(download, python, template, reasons);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ToolState> inPython(
      Download download, Download.PythonPackage python, Template template, List<String> reasons) {
    Optional<Path> interpreter = PipFetcher.python(host);
    if (interpreter.isEmpty()) {
      reasons.add("neither python3 nor python is on PATH");
      return Optional.empty();
    }
    List<String> answer =
        lines(List.of(interpreter.get().toString(), "-c", LOCATE, python.distribution()));
    if (answer.size() < 2) {
      reasons.add("Python has no package " + python.distribution());
      return Optional.empty();
    }
    String version = answer.get(0);
    Path program =
        Path.of(answer.get(1))
            .resolve(template.expand(python.program(), download.origin()).orElseThrow())
            .normalize();
    if (python.accepts().stream().noneMatch(version::startsWith) || !Files.isExecutable(program)) {
      reasons.add(
          "the Python package %s has version '%s', needed is %s"
              .formatted(python.distribution(), version, download.version()));
      return Optional.empty();
    }
    return Optional.of(new ToolState.Ready(program, number(version), "Python package"));
  }

  /** Versions are printed bare or behind the program's name. */
  private static String number(String version) {
    return version.substring(version.lastIndexOf(' ') + 1);
  }

  private Optional<String> firstLine(List<String> command) {
    return lines(command).stream().findFirst();
  }

  private List<String> lines(List<String> command) {
    try {
      ProcessOutput output =
          processes.capture(new Command(command, Path.of("").toAbsolutePath(), host.environment()));
      return output.succeeded() ? output.stdout().lines().toList() : List.of();
    } catch (IOException e) {
      // A program that cannot be started is one that is not there; the caller says so.
      return List.of();
    }
  }
}
