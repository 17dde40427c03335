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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has apt download packages, which it checks against the signed index, and unpacks them. apt's
 * lists and cache lie in the tool cache: nothing of the system is changed, and root is not needed.
 */
final class PackagesFetcher implements Fetcher<Download.Packages> {
  /** How long an index is taken to be that of the archive. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Apt apt;
  private final Path home;
  private final Path lock;

  PackagesFetcher(HostSystem host, ProcessRunner processes, Network network, Path cacheDir) {
    this.host = host;
    this.processes = processes;
    this.home = cacheDir.resolve("apt");
    this.apt = new Apt(host, processes, network, home, List.of());
    this.lock = cacheDir.resolve("locks/apt.lock");
  }

  /** What it takes and is not on PATH; nothing where packages can be fetched here. */
  static Optional<String> lacking(HostSystem host) {
    List<String> missing =
        Stream.of("apt-get", "dpkg-deb").filter(name -> host.program(name).isEmpty()).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s %s not on PATH"
                .formatted(String.join(" and ", missing), missing.size() == 1 ? "is" : "are"));
  }

  @Override
  public void fetch(Download.Packages source, Path folder) throws IOException {
    Optional<String> lacking = lacking(host);
    if (lacking.isPresent()) {
      throw new IOException(lacking.get());
    }
    Path packages = Files.createDirectory(folder.resolve(".packages"));
    download(source.names(), packages);
    try (Stream<Path> files = Files.list(packages)) {
      for (Path file : files.sorted().toList()) {
        unpack(file, folder);
      }
    }
    TemporaryFolder.delete(packages);
    new RootFolder(folder).dropDanglingLinks();
    if (isMissing(folder.resolve(source.program()))) {
      throw new IOException(
          "%s: there is no %s in %s"
              .formatted(
                  String.join(", ", source.names()),
                  source.program(),
                  source.names().size() == 1 ? "it" : "them"));
    }
  }

  private void download(List<String> names, Path packages) throws IOException {
    try (CacheLock held = CacheLock.acquire(lock, "apt's lists in the tool cache")) {
      List<String> complaints = new ArrayList<>();
      boolean fresh = isFresh();
      if (!fresh) {
        update(complaints);
      }
      ProcessOutput output = get(names, packages);
      if (!output.succeeded()) {
        // An index may be older than the archive, and the archive be in the middle of an update.
        complaints.clear();
        update(complaints);
        output = get(names, packages);
      }
      if (!output.succeeded()) {
        complaints.add(AptOutput.reason(output.stderr()));
        throw new IOException(
            "exit code %d: %s"
                .formatted(
                    output.exitCode(),
                    complaints.stream()
                        .flatMap(String::lines)
                        .distinct()
                        .collect(Collectors.joining("\n"))));
      }
    }
  }

  private boolean isFresh() throws IOException {
    Path stamp = stamp();
    return Files.exists(stamp)
        && Files.getLastModifiedTime(stamp).toInstant().isAfter(Instant.now().minus(FRESH));
  }

  private Path stamp() {
    return home.resolve("updated");
  }

  /** One of the machine's archives may be out of reach without standing in the way of others. */
  private void update(List<String> complaints) throws IOException {
    Files.deleteIfExists(stamp());
    ProcessOutput output = apt.run(home, List.of("update"));
    if (output.succeeded()) {
      Files.createFile(stamp());
    }
    String reason = AptOutput.reason(output.stderr());
    if (!reason.isEmpty()) {
      complaints.add(reason);
    }
  }

  private ProcessOutput get(List<String> names, Path packages) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("download"));
    arguments.addAll(names);
    return apt.run(packages, arguments);
  }

  private void unpack(Path file, Path folder) throws IOException {
    Command command =
        new Command(
            List.of(
                host.program("dpkg-deb").orElseThrow().toString(),
                "--fsys-tarfile",
                file.toString()),
            folder,
            host.environment());
    ProcessOutput output =
        processes.read(
            command,
            tar -> new RootFolder(folder).unpack(tar, file.getFileName().toString(), any -> true));
    if (!output.succeeded()) {
      throw new IOException(
          "%s cannot be unpacked: %s".formatted(file.getFileName(), output.stderr().strip()));
    }
  }

  /** An empty folder is none: a package may have handed on what it had to another. */
  private static boolean isMissing(Path program) throws IOException {
    if (!Files.isDirectory(program)) {
      return !Files.exists(program);
    }
    try (Stream<Path> files = Files.list(program)) {
      return files.findAny().isEmpty();
    }
  }
}
