package io.github.rustcross.maven.sysroot;

import io.github.rustcross.catalog.SysrootSource;
import io.github.rustcross.catalog.SysrootSource.PackageFile;
import io.github.rustcross.maven.debian.MalformedArchiveException;
import io.github.rustcross.maven.debian.OtherPackageException;
import io.github.rustcross.maven.debian.PackageIndex;
import io.github.rustcross.maven.debian.PackageResolver;
import io.github.rustcross.maven.debian.Resolution;
import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Storage;
import io.github.rustcross.maven.tool.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes one sysroot in a folder that is thrown away if that fails. */
final class SysrootMaker {
  private static final long MEGABYTE = 1_000_000;

  private final SysrootOrder order;
  private final Path work;
  private final NativeUnpacking dpkg;
  private final Consumer<String> progress;

  SysrootMaker(SysrootOrder order, Path work, NativeUnpacking dpkg, Consumer<String> progress) {
    this.dpkg = dpkg;
    this.order = order;
    this.work = work;
    this.progress = progress;
  }

  /** What has to be moved to its final place: the root folder and the record's place. */
  Path folder() {
    return work.resolve("sysroot");
  }

  /**
   * Makes a sysroot of a release.
   *
   * @param old what is here already
   * @return empty where the old one has the very same packages, and nothing is missing in it
   */
  Optional<SysrootRecord> ofSuite(
      PackageSource source, boolean refresh, Optional<SysrootRecord> old)
      throws ProblemException, IOException {
    SuiteRequest request = SuiteRequest.of(order);
    Path downloads = emptied(work.resolve("downloads"));
    List<ResolvedPackage> packages;
    if (order.lock().isPresent()) {
      packages = order.lock().get().packages();
    } else {
      progress.accept("Resolving the %s (%s)".formatted(order.label(), source.label()));
      packages = resolved(source.index(request, refresh, downloads));
    }
    if (old.isPresent() && old.get().packages().equals(packages) && old.get().isWhole()) {
      return Optional.empty();
    }
    progress.accept(
        "Fetching the %s: %d packages, %d MB (%s)"
            .formatted(
                order.label(),
                packages.size(),
                packages.stream().mapToLong(ResolvedPackage::size).sum() / MEGABYTE,
                source.label()));
    List<Path> files =
        source.download(request, packages, refresh && order.lock().isPresent(), downloads);
    return Optional.of(unpacked(packages, files, source.label()));
  }

  private List<ResolvedPackage> resolved(PackageIndex index) throws ProblemException {
    try {
      Resolution resolution =
          PackageResolver.resolve(index, order.architecture(), order::isLeftOut, order.asked());
      if (!resolution.failures().isEmpty()) {
        throw SysrootProblems.unresolved(order, resolution);
      }
      return resolution.packages();
    } catch (MalformedArchiveException e) {
      throw SysrootProblems.malformed(
          "the index of the %s: %s".formatted(order.label(), e.getMessage()), e);
    }
  }

  /** Makes a sysroot of packages that somebody picked. */
  SysrootRecord ofFiles(List<PackageFile> picked, RemoteFiles remote)
      throws ProblemException, IOException {
    Path downloads = emptied(work.resolve("downloads"));
    List<PackageFile> wanted =
        picked.stream()
            .filter(each -> each.architecture().map(order.architecture()::equals).orElse(true))
            .toList();
    if (wanted.isEmpty()) {
      throw SysrootProblems.otherPackage(
          "sysroot %s has no packages for %s"
              .formatted(order.sysroot().name(), order.architecture()));
    }
    progress.accept("Fetching the %s: %d packages".formatted(order.label(), wanted.size()));
    List<ResolvedPackage> packages = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (PackageFile each : wanted) {
      Path file = downloads.resolve(files.size() + ".deb");
      try {
        files.add(remote.get(each.location().toString(), file));
      } catch (RemoteFiles.UnavailableException e) {
        throw SysrootProblems.source(e.getMessage());
      }
      ResolvedPackage expected =
          new ResolvedPackage(
              each.name(),
              "",
              "",
              each.location().toString(),
              Files.size(files.get(files.size() - 1)),
              each.sha256());
      packages.add(expected);
    }
    SysrootRecord made = unpacked(packages, files, "picked packages");
    List<String> names = made.packages().stream().map(ResolvedPackage::name).toList();
    List<String> missing = order.packages().stream().filter(name -> !names.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw SysrootProblems.otherPackage(
          "sysroot %s is made of picked packages (%s), and %s is not among them"
              .formatted(
                  order.sysroot().name(), String.join(", ", names), String.join(", ", missing)));
    }
    return made;
  }

  private SysrootRecord unpacked(List<ResolvedPackage> packages, List<Path> files, String source)
      throws ProblemException, IOException {
    Path root = emptied(folder()).resolve("root");
    Files.createDirectory(root);
    PackageUnpacker unpacker = new PackageUnpacker(order, root, dpkg);
    List<ResolvedPackage> unpacked;
    try {
      unpacked = unpacker.unpack(packages, files);
    } catch (PackageUnpacker.OtherDigestException e) {
      throw order.sysroot().source() instanceof SysrootSource.PackageFiles
          ? SysrootProblems.replaced(order, e.expected(), e.actual())
          : SysrootProblems.untrusted(
              "%s (%s) has sha256 %s, and the %s says %s"
                  .formatted(
                      e.expected(),
                      source,
                      e.actual(),
                      order.lock().isPresent() ? "lock file" : "index",
                      e.expected().sha256()));
    } catch (OtherPackageException e) {
      throw SysrootProblems.otherPackage(e.getMessage());
    } catch (MalformedArchiveException e) {
      if (Storage.isToBlame(e)) {
        throw e;
      }
      throw SysrootProblems.malformed(
          "the %s cannot be made: %s".formatted(order.label(), e.getMessage()), e);
    }
    return new SysrootRecord(
        root,
        unpacked.stream().sorted(Comparator.comparing(ResolvedPackage::name)).toList(),
        source,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        SysrootRecord.count(root));
  }

  private static Path emptied(Path folder) throws IOException {
    TemporaryFolder.delete(folder);
    return Files.createDirectory(folder);
  }
}
