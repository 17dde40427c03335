package io.github.rustcross.maven.sysroot;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The archives of this machine's apt: any release that they have, for any architecture, whatever
 * the machine itself is. Trust is not left to apt: what it fetches is checked as if it came from a
 * mirror.
 */
final class AptSource implements PackageSource {
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
    AptLists lists = lists(request);
    try (CacheLock lock = lists.lock()) {
      String complaints = lists.update(refresh);
      List<Problem> problems = new ArrayList<>();
      for (Map.Entry<String, Map<String, Path>> base : lists.bases().entrySet()) {
        try {
          PackageIndex index = index(request, base.getKey(), base.getValue(), complaints);
          lists.keep(base.getKey());
          return index;
        } catch (ProblemException e) {
          problems.addAll(e.problems());
        }
      }
      lists.forget();
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

  @Override
  public List<Path> download(
      SuiteRequest request, List<ResolvedPackage> packages, boolean refresh, Path work)
      throws ProblemException, IOException {
    AptLists lists = lists(request);
    try (CacheLock lock = lists.lock()) {
      String complaints = lists.update(refresh);
      ProcessOutput output =
          lists.download(
              packages.stream().map(each -> each.name() + "=" + each.version()).toList(), work);
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

  private AptLists lists(SuiteRequest request) {
    return new AptLists(host, processes, network, cacheDir, request);
  }
}
