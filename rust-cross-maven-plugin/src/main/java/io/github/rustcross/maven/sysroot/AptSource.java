package io.github.rustcross.maven.sysroot;

import io.github.rustcross.catalog.ArchiveKey;
import io.github.rustcross.maven.debian.ControlReader;
import io.github.rustcross.maven.debian.PackageIndex;
import io.github.rustcross.maven.debian.ReleaseFile;
import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.tool.Apt;
import io.github.rustcross.maven.tool.CacheLock;
import io.github.rustcross.maven.tool.Digest;
import io.github.rustcross.maven.tool.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
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
 * The archives of this machine's apt: any release that they have, for any architecture, whatever
 * the machine itself is. apt is given the catalog's keys, because of releases that it does not
 * trust it keeps no signature; and yet trust is not left to it: what it fetches is checked as if it
 * came from a mirror.
 */
final class AptSource implements PackageSource {
  /** How long an index is taken to be that of the archive. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** apt-get(8), {@code --print-uris}. */
  private static final Pattern RELEASE = Pattern.compile("'(\\S+)/dists/\\S+/InRelease' .*");

  private static final Set<String> FIELDS = Set.of("Repo-URI", "MetaKey", "Filename");

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Network network;
  private final Path cacheDir;

  AptSource(HostSystem host, ProcessRunner processes, Network network, Path cacheDir) {
    this.host = host;
    this.processes = processes;
    this.network = network;
    this.cacheDir = cacheDir;
  }

  @Override
  public String label() {
    return "apt";
  }

  @Override
  public PackageIndex index(SuiteRequest request, boolean refresh, Path work)
      throws ProblemException, IOException {
    Path home = home(request);
    try (CacheLock lock = lock(request)) {
      String complaints = update(request, home, refresh);
      List<Problem> problems = new ArrayList<>();
      for (Map.Entry<String, Map<String, Path>> base : bases(request, home).entrySet()) {
        try {
          PackageIndex index = index(request, base.getKey(), base.getValue(), complaints);
          writeSources(request, home, List.of(base.getKey()));
          Files.write(stamp(home), new byte[0]);
          return index;
        } catch (ProblemException e) {
          problems.addAll(e.problems());
        }
      }
      Files.deleteIfExists(stamp(home));
      // Which archive does not have it is of no interest where another is not trusted.
      List<Problem> untrusted =
          problems.stream()
              .filter(problem -> problem.code() == ProblemCode.SYSROOT_UNTRUSTED)
              .toList();
      if (!problems.isEmpty()) {
        throw new ProblemException(untrusted.isEmpty() ? List.of(problems.get(0)) : untrusted);
      }
      throw none(request, complaints);
    }
  }

  private static ProblemException none(SuiteRequest request, String complaints) {
    return SysrootProblems.source(
        "none of this machine's archives has %s for %s%s"
            .formatted(
                request.label(),
                request.architecture(),
                complaints.isEmpty() ? "" : ":\n" + complaints));
  }

  private PackageIndex index(
      SuiteRequest request, String base, Map<String, Path> files, String complaints)
      throws ProblemException, IOException {
    PackageIndex index = new PackageIndex();
    ReleaseFile release = null;
    for (String component : request.suite().components()) {
      String name = request.index(component);
      Path file = files.get(name);
      if (file == null) {
        throw SysrootProblems.source("%s has no %s of %s".formatted(base, name, request.label()));
      }
      release = release == null ? release(request, base, name, file, complaints) : release;
      ReleaseFile.Entry entry = release.files().get(name);
      String actual = Digest.sha256(file);
      if (entry == null || !entry.sha256().equals(actual)) {
        throw SysrootProblems.untrusted(
            "%s of %s (%s) has sha256 %s, and the release file says %s"
                .formatted(
                    name,
                    request.label(),
                    base,
                    actual,
                    entry == null ? "nothing of it" : entry.sha256()));
      }
      try (InputStream stream = Files.newInputStream(file)) {
        index.add(stream);
      }
    }
    return index;
  }

  /** apt keeps release files beside the indexes, under the same beginning of the name. */
  private static ReleaseFile release(
      SuiteRequest request, String base, String name, Path index, String complaints)
      throws ProblemException, IOException {
    String file = index.getFileName().toString();
    String end = name.replace('/', '_');
    if (!file.endsWith(end)) {
      throw new IOException("apt calls the index %s of %s %s".formatted(name, base, file));
    }
    String begin = file.substring(0, file.length() - end.length());
    ReleaseCheck check = new ReleaseCheck(request, Instant.now());
    Path signed = index.resolveSibling(begin + "InRelease");
    if (Files.exists(signed)) {
      return check.check(Files.readString(signed), Optional.empty(), base);
    }
    Path plain = index.resolveSibling(begin + "Release");
    if (!Files.exists(plain)) {
      throw none(request, complaints);
    }
    Path signature = index.resolveSibling(begin + "Release.gpg");
    if (Files.exists(signature)) {
      return check.check(Files.readString(plain), Optional.of(Files.readString(signature)), base);
    }
    throw SysrootProblems.untrusted(
        "the release file of %s (%s) is not trusted: apt found no good signature%s"
            .formatted(
                request.label(),
                base,
                complaints
                    .lines()
                    .filter(line -> line.contains(base + " "))
                    .map(line -> "\n  " + line)
                    .collect(Collectors.joining())));
  }

  /** What apt has fetched: the files of each archive, by their places in the release. */
  private Map<String, Map<String, Path>> bases(SuiteRequest request, Path home) throws IOException {
    Map<String, Map<String, Path>> bases = new LinkedHashMap<>();
    ProcessOutput output = apt(request, home).run(home, List.of("indextargets"));
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

  /** Returns what apt complains of; archives without the release do not stand in the way. */
  private String update(SuiteRequest request, Path home, boolean refresh)
      throws ProblemException, IOException {
    if (!refresh
        && Files.exists(stamp(home))
        && Files.getLastModifiedTime(stamp(home)).toInstant().isAfter(Instant.now().minus(FRESH))) {
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
    writeSources(request, home, bases);
    writeKeys(request, home);
    return Apt.reason(apt(request, home).run(home, List.of("update")));
  }

  private static void writeKeys(SuiteRequest request, Path home) throws IOException {
    Path folder = keys(home);
    TemporaryFolder.delete(folder);
    Files.createDirectories(folder);
    int number = 0;
    for (ArchiveKey key : request.archive().keys()) {
      Files.writeString(folder.resolve(++number + ".asc"), key.read());
    }
  }

  /** See sources.list(5); apt goes on where it does not trust, and leaves it to what comes next. */
  private static void writeSources(SuiteRequest request, Path home, List<String> bases)
      throws IOException {
    Files.writeString(
        sources(home),
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

  @Override
  public List<Path> download(
      SuiteRequest request, List<ResolvedPackage> packages, boolean refresh, Path work)
      throws ProblemException, IOException {
    Path home = home(request);
    try (CacheLock lock = lock(request)) {
      String complaints = update(request, home, refresh);
      List<String> arguments = new ArrayList<>(List.of("download"));
      packages.forEach(each -> arguments.add(each.name() + "=" + each.version()));
      ProcessOutput output = apt(request, home).run(work, arguments);
      List<Path> files = packages.stream().map(each -> work.resolve(fileName(each))).toList();
      List<String> missing =
          packages.stream()
              .filter(each -> !Files.exists(work.resolve(fileName(each))))
              .map(ResolvedPackage::toString)
              .toList();
      if (!missing.isEmpty()) {
        throw SysrootProblems.source(
            "this machine's archives do not have %s of %s for %s:\n%s"
                .formatted(
                    String.join(", ", missing),
                    request.label(),
                    request.architecture(),
                    (Apt.reason(output) + "\n" + complaints).strip()));
      }
      return files;
    }
  }

  /** The name that apt gives to a file: in it a colon is written as in addresses. */
  private static String fileName(ResolvedPackage each) {
    return "%s_%s_%s.deb"
        .formatted(each.name(), each.version().replace(":", "%3a"), each.architecture());
  }

  private Apt apt(SuiteRequest request, Path home) {
    return new Apt(
        host,
        processes,
        network,
        home,
        List.of(
            "Dir::Etc::SourceList=" + sources(home),
            "Dir::Etc::SourceParts=/dev/null",
            "Dir::Etc::Trusted=/dev/null",
            "Dir::Etc::TrustedParts=" + keys(home),
            "APT::Architecture=" + request.architecture(),
            "Acquire::GzipIndexes=false",
            "Acquire::Check-Valid-Until=false"));
  }

  private CacheLock lock(SuiteRequest request) throws IOException {
    return CacheLock.acquire(
        cacheDir.resolve("locks/apt-" + name(request) + ".lock"),
        "apt's lists of " + request.label());
  }

  private Path home(SuiteRequest request) {
    return cacheDir.resolve("apt/suites").resolve(name(request));
  }

  private static String name(SuiteRequest request) {
    return "%s-%s-%s-%s"
        .formatted(
            request.archive().name(),
            request.suite().suite(),
            String.join("+", request.suite().components()),
            request.architecture());
  }

  private static Path sources(Path home) {
    return home.resolve("sources.list");
  }

  private static Path keys(Path home) {
    return home.resolve("keys");
  }

  private static Path stamp(Path home) {
    return home.resolve("updated");
  }
}
