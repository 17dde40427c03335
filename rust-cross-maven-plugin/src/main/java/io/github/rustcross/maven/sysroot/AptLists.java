package io.github.rustcross.maven.sysroot;

import io.github.rustcross.catalog.ArchiveKey;
import io.github.rustcross.maven.debian.ControlReader;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.tool.Apt;
import io.github.rustcross.maven.tool.CacheLock;
import io.github.rustcross.maven.tool.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * apt's lists of one release for one architecture, in a folder of their own: out of all archives
 * that this machine's apt knows, and then out of the one that turned out to have it. apt is given
 * the catalog's keys, because of releases that it does not trust it keeps no signature.
 */
final class AptLists {
  /** How long an index is taken to be that of the archive. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** apt-get(8), {@code --print-uris}. */
  private static final Pattern RELEASE = Pattern.compile("'(\\S+)/dists/\\S+/InRelease' .*");

  private static final Set<String> FIELDS = Set.of("Repo-URI", "MetaKey", "Filename");

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Network network;
  private final Path cacheDir;
  private final SuiteRequest request;
  private final Path home;

  AptLists(
      HostSystem host,
      ProcessRunner processes,
      Network network,
      Path cacheDir,
      SuiteRequest request) {
    this.host = host;
    this.processes = processes;
    this.network = network;
    this.cacheDir = cacheDir;
    this.request = request;
    this.home = cacheDir.resolve("apt/suites").resolve(name());
  }

  /** What apt has fetched: the files of each archive, by their places in the release. */
  Map<String, Map<String, Path>> bases() throws IOException {
    Map<String, Map<String, Path>> bases = new LinkedHashMap<>();
    ProcessOutput output = apt().run(home, List.of("indextargets"));
    ControlReader reader = ControlReader.of(output.stdout(), FIELDS);
    for (Optional<Map<String, String>> fields = reader.next();
        fields.isPresent();
        fields = reader.next()) {
      if (fields.get().keySet().equals(FIELDS)) {
        bases
            .computeIfAbsent(
                fields.get().get("Repo-URI").replaceFirst("/+$", ""), any -> new LinkedHashMap<>())
            .put(fields.get().get("MetaKey"), Path.of(fields.get().get("Filename")));
      }
    }
    return bases;
  }

  /** Keeps to one archive, whose lists are taken to be new from now on. */
  void keep(String base) throws IOException {
    writeSources(List.of(base));
    Files.write(stamp(), new byte[0]);
  }

  /** Has the next update ask all archives. */
  void forget() throws IOException {
    Files.deleteIfExists(stamp());
  }

  /** Downloads packages, {@code name=version}, as far as apt has them. */
  ProcessOutput download(List<String> packages, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("download"));
    arguments.addAll(packages);
    return apt().run(folder, arguments);
  }

  /** Returns what apt complains of; archives without the release do not stand in the way. */
  String update(boolean refresh) throws ProblemException, IOException {
    if (!refresh
        && Files.exists(stamp())
        && Files.getLastModifiedTime(stamp()).toInstant().isAfter(Instant.now().minus(FRESH))) {
      return "";
    }
    Files.createDirectories(home);
    List<String> bases =
        new Apt(host, processes, network, cacheDir.resolve("apt"), List.of())
            .run(cacheDir, List.of("update", "--print-uris", "--quiet=1"))
            .stdout()
            .lines()
            .map(RELEASE::matcher)
            .filter(Matcher::matches)
            .map(uri -> uri.group(1))
            .distinct()
            .toList();
    if (bases.isEmpty()) {
      throw SysrootProblems.source(
          "this machine's apt has no archives (apt-get update --print-uris)");
    }
    writeSources(bases);
    writeKeys();
    return Apt.reason(apt().run(home, List.of("update")));
  }

  private void writeKeys() throws IOException {
    Path folder = keys();
    TemporaryFolder.delete(folder);
    Files.createDirectories(folder);
    int number = 0;
    for (ArchiveKey key : request.archive().keys()) {
      Files.writeString(folder.resolve(++number + ".asc"), key.read());
    }
  }

  /** See sources.list(5); apt goes on where it does not trust, and leaves it to what comes next. */
  private void writeSources(List<String> bases) throws IOException {
    Files.writeString(
        sources(),
        bases.stream()
            .map(
                base ->
                    "deb [arch=%s target=Packages trusted=yes] %s %s %s\n"
                        .formatted(
                            request.architecture(),
                            base,
                            request.suite().suite(),
                            String.join(" ", request.suite().components())))
            .collect(Collectors.joining()));
  }

  private Apt apt() {
    return new Apt(
        host,
        processes,
        network,
        home,
        List.of(
            "Dir::Etc::SourceList=" + sources(),
            "Dir::Etc::SourceParts=/dev/null",
            "Dir::Etc::Trusted=/dev/null",
            "Dir::Etc::TrustedParts=" + keys(),
            "APT::Architecture=" + request.architecture(),
            "Acquire::GzipIndexes=false",
            "Acquire::Check-Valid-Until=false"));
  }

  /** Others wait, until it is closed. */
  CacheLock lock() throws IOException {
    return CacheLock.acquire(
        cacheDir.resolve("locks/apt-" + name() + ".lock"), "apt's lists of " + request.label());
  }

  private String name() {
    return "%s-%s-%s-%s"
        .formatted(
            request.archive().name(),
            request.suite().suite(),
            String.join("+", request.suite().components()),
            request.architecture());
  }

  private Path sources() {
    return home.resolve("sources.list");
  }

  private Path keys() {
    return home.resolve("keys");
  }

  private Path stamp() {
    return home.resolve("updated");
  }
}
