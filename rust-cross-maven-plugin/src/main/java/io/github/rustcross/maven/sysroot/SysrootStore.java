package io.github.rustcross.maven.sysroot;

import io.github.rustcross.catalog.SysrootSource;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Storage;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.tool.Apt;
import io.github.rustcross.maven.tool.CacheLock;
import io.github.rustcross.maven.tool.TemporaryFolder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sysroots of this machine: one folder in the cache for each order, shared by all projects. A
 * folder that is there is complete; it is replaced at once, and only when another could be made.
 */
public final class SysrootStore {
  private static final String RECORD = "packages";
  private static final String ROOT = "root";

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Network network;
  private final Path cacheDir;

  /**
   * A store.
   *
   * @param network proxies for mirrors and for apt
   * @param cacheDir the tool cache; sysroots are in its folder {@code sysroots}
   */
  public SysrootStore(HostSystem host, ProcessRunner processes, Network network, Path cacheDir) {
    this.host = host;
    this.processes = processes;
    this.network = network;
    this.cacheDir = cacheDir;
  }

  /** When something is fetched. */
  public enum Fetching {
    /** Never: what is not here is a problem. */
    NEVER,
    /** What is not here. */
    MISSING,
    /** The newest packages, also where a sysroot is here; a lock is honoured all the same. */
    NEWEST
  }

  /**
   * The folder that is, or will be, the root of the target's system. Nothing is looked at.
   *
   * @return absolute where the cache's folder is; {@code /} for packages that are installed
   */
  public Path folder(SysrootOrder order) {
    return order.sysroot().source() instanceof SysrootSource.Installed
        ? InstalledPackages.ROOT
        : home(order).resolve(ROOT);
  }

  /**
   * The sysroot, if it is here. Reads one small file.
   *
   * @return empty where it is not here, or only in part
   */
  public Optional<SysrootRecord> present(SysrootOrder order) {
    if (order.sysroot().source() instanceof SysrootSource.Installed) {
      return new InstalledPackages(InstalledPackages.ROOT).present(order);
    }
    try {
      Path root = folder(order);
      Optional<SysrootRecord> record =
          SysrootRecord.parse(Files.readString(home(order).resolve(RECORD)), root);
      return Files.isDirectory(root) ? record : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      // What cannot be read is made anew, and what stands in the way is told then.
      return Optional.empty();
    }
  }

  /** Whether there is a sysroot; says nothing of what is in it. */
  public boolean isHere(SysrootOrder order) {
    return Files.isRegularFile(home(order).resolve(RECORD)) && Files.isDirectory(folder(order));
  }

  /**
   * Where a sysroot that is not here is fetched from: {@code apt}, or an address.
   *
   * @throws ProblemException {@code RC-SYSROOT-MISSING} if nothing may be fetched, or nothing can
   */
  public String origin(SysrootOrder order, Fetching fetching) throws ProblemException {
    if (fetching == Fetching.NEVER) {
      throw SysrootProblems.missing(order);
    }
    return order.sysroot().source() instanceof SysrootSource.PackageFiles
        ? "picked packages"
        : source(order).label();
  }

  /**
   * Makes sure that a sysroot is here.
   *
   * @param progress is told before something is fetched
   * @return what is in it
   * @throws ProblemException {@code RC-SYSROOT-…} if it cannot be made, {@code RC-CACHE-UNUSABLE}
   *     if it cannot be written; one that was here before is as it was
   * @throws IOException if this thread is interrupted
   */
  public SysrootRecord provide(SysrootOrder order, Fetching fetching, Consumer<String> progress)
      throws ProblemException, IOException {
    if (order.sysroot().source() instanceof SysrootSource.Installed) {
      return new InstalledPackages(InstalledPackages.ROOT).require(order);
    }
    List<String> architectures = order.sysroot().architectures();
    if (!architectures.isEmpty() && !architectures.contains(order.architecture())) {
      throw SysrootProblems.source(
          "sysroot %s cannot be had for %s, only for %s"
              .formatted(
                  order.sysroot().name(), order.architecture(), String.join(", ", architectures)));
    }
    Optional<SysrootRecord> here = present(order);
    if (here.isPresent() && fetching != Fetching.NEWEST) {
      return here.get();
    }
    if (fetching == Fetching.NEVER) {
      throw SysrootProblems.missing(order);
    }
    Path lock = cacheDir.resolve("locks/sysroot-" + order.id() + ".lock");
    try (CacheLock held = CacheLock.acquire(lock, "the " + order.label())) {
      Optional<SysrootRecord> meanwhile = present(order);
      return meanwhile.isPresent() && fetching != Fetching.NEWEST
          ? meanwhile.get()
          : make(order, fetching, meanwhile, progress);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      throw new ProblemException(
          Problem.of(
              ProblemCode.CACHE_UNUSABLE,
              "the %s cannot be made in %s: %s"
                  .formatted(order.label(), home(order), Storage.reason(e)),
              "Name a folder that can be written and has room: -Drust.cacheDir=/path/to/folder"),
          e);
    }
  }

  private SysrootRecord make(
      SysrootOrder order, Fetching fetching, Optional<SysrootRecord> old, Consumer<String> progress)
      throws ProblemException, IOException {
    try (TemporaryFolder temporary = new TemporaryFolder(home(order).getParent())) {
      SysrootMaker maker =
          new SysrootMaker(order, temporary.path(), new NativeUnpacking(host, processes), progress);
      if (order.sysroot().source() instanceof SysrootSource.PackageFiles picked) {
        // Their digests are in the catalog: there is nothing newer.
        return old.isPresent()
            ? old.get()
            : moved(order, maker.ofFiles(picked.files(), new RemoteFiles(network)), maker);
      }
      PackageSource source = source(order);
      boolean refresh = fetching == Fetching.NEWEST;
      Optional<SysrootRecord> made;
      try {
        made = maker.ofSuite(source, refresh, old);
      } catch (ProblemException e) {
        if (refresh || !isOutdated(source, e.problems())) {
          throw e;
        }
        made = maker.ofSuite(source, true, old);
      }
      return made.isPresent() ? moved(order, made.get(), maker) : old.orElseThrow();
    }
  }

  /** An index of yesterday may name packages that the archive has replaced since. */
  private static boolean isOutdated(PackageSource source, List<Problem> problems) {
    return source instanceof AptSource
        && problems.stream().allMatch(problem -> problem.code() == ProblemCode.SYSROOT_SOURCE);
  }

  private PackageSource source(SysrootOrder order) throws ProblemException {
    if (order.mirror().isPresent()) {
      return new MirrorSource(order.mirror().get(), new RemoteFiles(network));
    }
    if (!Apt.isHere(host)) {
      throw SysrootProblems.noSource(order);
    }
    return new AptSource(host, processes, network, cacheDir);
  }

  /** Two moves, between which others find nothing here, and wait for the lock. */
  private SysrootRecord moved(SysrootOrder order, SysrootRecord made, SysrootMaker maker)
      throws IOException {
    Files.writeString(maker.folder().resolve(RECORD), made.text());
    Path home = home(order);
    Path old = TemporaryFolder.name(home.getParent());
    boolean replaced = Files.exists(home);
    if (replaced) {
      Files.move(home, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(maker.folder(), home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaced) {
        Files.move(old, home, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    TemporaryFolder.delete(old);
    return new SysrootRecord(
        folder(order), made.packages(), made.source(), made.made(), made.files());
  }

  private Path home(SysrootOrder order) {
    return cacheDir.resolve("sysroots").resolve(order.id());
  }
}
