package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Sysroot;
import io.github.rustcross.catalog.SysrootSource;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.plan.SysrootFinder;
import io.github.rustcross.maven.plan.SysrootRequest;
import io.github.rustcross.maven.plan.SysrootSettings;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.sysroot.LockFile;
import io.github.rustcross.maven.sysroot.LockedSysroot;
import io.github.rustcross.maven.sysroot.SysrootOrder;
import io.github.rustcross.maven.sysroot.SysrootRecord;
import io.github.rustcross.maven.sysroot.SysrootStore;
import io.github.rustcross.maven.sysroot.SysrootStore.Fetching;
import io.github.rustcross.toolchain.TargetSysroot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The sysroots of a build: where they are, and fetching them. */
public final class Sysroots implements SysrootFinder {
  private static final State HERE = new State.Here();

  private final TargetCatalog catalog;
  private final SysrootSettings settings;
  private final Network network;
  private final SysrootStore store;
  private final Fetching fetching;

  /**
   * The sysroots of one build.
   *
   * @param network mirrors of archives
   * @param store where those are that are made of packages
   * @param mayFetch whether packages may be fetched
   */
  Sysroots(
      TargetCatalog catalog,
      SysrootSettings settings,
      Network network,
      SysrootStore store,
      boolean mayFetch) {
    this.catalog = catalog;
    this.settings = settings;
    this.network = network;
    this.store = store;
    this.fetching =
        !mayFetch ? Fetching.NEVER : settings.newest() ? Fetching.NEWEST : Fetching.MISSING;
  }

  @Override
  public Found find(Target target, SysrootRequest request, List<String> packages)
      throws ProblemException {
    if (request instanceof SysrootRequest.Folder folder) {
      return new Found(
          target, request, List.of(), SysrootFacts.folder(target, folder.path()), HERE);
    }
    Sysroot sysroot = ((SysrootRequest.OfCatalog) request).sysroot();
    SysrootOrder order = order(target, sysroot, packages);
    if (sysroot.source() instanceof SysrootSource.Installed) {
      require(order);
      return new Found(
          target, request, packages, SysrootFacts.installed(target, sysroot.name()), HERE);
    }
    Path root = store.folder(order);
    boolean here = store.isHere(order);
    TargetSysroot found =
        new TargetSysroot(
            sysroot.name(),
            Optional.of(root),
            sysroot.glibc().flatMap(GlibcVersion::parse),
            SysrootFacts.ofPackages(root, target, here),
            sysroot.origin());
    return new Found(target, request, packages, found, state(order, here));
  }

  /** With a lock file the one that builds of the crate have. */
  @Override
  public Found withoutCrate(Target target, SysrootRequest request) throws ProblemException {
    if (request instanceof SysrootRequest.OfCatalog named && !settings.writeLock()) {
      return find(
          target,
          request,
          LockFile.read(lockFile()).beside(ordered(target, named.sysroot(), List.of())));
    }
    return find(target, request, List.of());
  }

  private State state(SysrootOrder order, boolean here) {
    if (here && fetching != Fetching.NEWEST) {
      return HERE;
    }
    try {
      return new State.Obtainable(store.origin(order, fetching), here);
    } catch (ProblemException e) {
      return new State.Missing(e.problems().get(0));
    }
  }

  private void require(SysrootOrder order) throws ProblemException {
    try {
      store.provide(order, Fetching.NEVER, line -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Brings those here that are not.
   *
   * @param progress is told before something is fetched
   * @return whether there was one
   * @throws ProblemException if one cannot be had
   */
  boolean provide(List<Found> needed, Consumer<String> progress)
      throws ProblemException, IOException {
    Problems problems = new Problems();
    List<LockedSysroot> made = new ArrayList<>();
    boolean any = false;
    for (Found found : needed) {
      // What is in it matters to a lock file alone.
      boolean asItIs = found.isHere() && !settings.writeLock();
      if (!asItIs
          && found.request() instanceof SysrootRequest.OfCatalog named
          && !(named.sysroot().source() instanceof SysrootSource.Installed)) {
        try {
          SysrootOrder order = order(found.target(), named.sysroot(), found.packages());
          any |= !found.isHere();
          SysrootRecord record =
              store.provide(order, found.isHere() ? Fetching.NEVER : fetching, progress);
          made.add(LockedSysroot.of(order, record));
        } catch (ProblemException e) {
          problems.addAll(e.problems());
        }
      }
    }
    problems.failIfAny();
    if (settings.writeLock() && !made.isEmpty()) {
      LockFile lock = LockFile.read(lockFile());
      for (LockedSysroot each : made) {
        lock = lock.with(each);
      }
      lock.write();
      progress.accept("Wrote " + lockFile());
    }
    return any;
  }

  private Path lockFile() {
    return settings.directory().resolve(LockFile.NAME);
  }

  private SysrootOrder order(Target target, Sysroot sysroot, List<String> packages)
      throws ProblemException {
    SysrootOrder order = ordered(target, sysroot, packages);
    Optional<String> mirror =
        settings
            .mirror()
            .or(
                () ->
                    sysroot.source() instanceof SysrootSource.Suite suite
                        ? network.mirror(suite.archive())
                        : Optional.empty());
    if (mirror.isPresent()) {
      order = order.fromMirror(mirror.get());
    }
    // Who has the lock written anew does not want to be held to the old one.
    Optional<LockedSysroot> locked =
        settings.writeLock() ? Optional.empty() : LockFile.read(lockFile()).find(order);
    return locked.isPresent() && !isHere(order, locked.get()) ? order.locked(locked.get()) : order;
  }

  private SysrootOrder ordered(Target target, Sysroot sysroot, List<String> packages) {
    List<String> all = new ArrayList<>(packages);
    all.addAll(settings.packages());
    return SysrootOrder.of(catalog, sysroot.name(), target.names().get("dpkg"), all);
  }

  /**
   * Whether what was made without the lock file is what that says, as right after it was written.
   */
  private boolean isHere(SysrootOrder order, LockedSysroot locked) {
    return fetching != Fetching.NEWEST
        && store
            .present(order)
            .filter(record -> LockedSysroot.of(order, record).packages().equals(locked.packages()))
            .isPresent();
  }
}
