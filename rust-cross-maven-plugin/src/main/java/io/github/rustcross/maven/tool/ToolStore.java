package io.github.rustcross.maven.tool;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Storage;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.process.Shutdown;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.Template;
import io.github.rustcross.toolchain.ToolFinder;
import io.github.rustcross.toolchain.ToolState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The tools of one build. A tool on PATH comes first, then what an earlier build fetched, then an
 * installed Python package (asking Python takes longer than the rest of a build that has nothing to
 * do), then what can be fetched.
 */
public final class ToolStore implements ToolFinder {
  private final TargetCatalog catalog;
  private final HostPlatform platform;
  private final Path cacheDir;
  private final boolean mayFetch;
  private final Network network;
  private final HostSystem host;
  private final InstalledTools installed;
  private final Fetchers fetchers;
  private final Map<String, ToolState> states = new HashMap<>();

  /**
   * A store.
   *
   * @param network how they are fetched
   * @param cacheDir where fetched tools are kept
   * @param mayFetch whether something may be fetched that is not here
   */
  public ToolStore(
      TargetCatalog catalog,
      HostSystem host,
      HostPlatform platform,
      ProcessRunner processes,
      RustCommands commands,
      Network network,
      Path cacheDir,
      boolean mayFetch) {
    this.catalog = catalog;
    this.platform = platform;
    this.cacheDir = cacheDir;
    this.mayFetch = mayFetch;
    this.network = network;
    this.host = host;
    this.installed = new InstalledTools(host, processes);
    this.fetchers =
        new Fetchers(
            new PipFetcher(host, processes, network),
            new ArchiveFetcher(platform, network),
            new CrateFetcher(commands, processes),
            new PackagesFetcher(host, processes, network, cacheDir));
  }

  @Override
  public ToolState state(String name) {
    return states.computeIfAbsent(name, key -> look(download(key)));
  }

  /**
   * Makes sure that tools are here.
   *
   * @param progress is told before something is fetched
   * @return whether anything was fetched, so that paths may have changed
   * @throws ProblemException if a tool cannot be had, with all the ways that were tried
   */
  public boolean provide(Set<String> names, Consumer<String> progress)
      throws ProblemException, IOException {
    boolean fetched = false;
    for (String name : names) {
      if (state(name) instanceof ToolState.Obtainable) {
        Path file = cacheDir.resolve("locks/" + name + ".lock");
        try (CacheLock lock = CacheLock.acquire(file, name + " in the tool cache")) {
          states.put(name, fetch(download(name), progress));
        } catch (IOException e) {
          if (Thread.currentThread().isInterrupted()) {
            throw e;
          }
          throw unusable(cacheDir, e);
        }
        fetched = true;
      }
    }
    return fetched;
  }

  private Download download(String name) {
    return Optional.ofNullable(catalog.downloads().get(name))
        .orElseThrow(() -> new IllegalArgumentException("no download " + name));
  }

  private ToolState look(Download download) {
    List<String> reasons = new ArrayList<>();
    Optional<ToolState> found = installed.onPath(download, reasons).or(() -> cached(download));
    if (found.isEmpty()) {
      found = installed.inPython(download, template(), reasons);
    }
    return found.or(() -> obtainable(download, reasons)).orElseGet(() -> unavailable(reasons));
  }

  private Optional<ToolState> cached(Download download) {
    return fetchable(download).stream()
        .map(source -> program(download, source))
        .filter(Files::exists)
        .findFirst()
        .map(program -> new ToolState.Ready(program, download.version(), "cache"));
  }

  private Optional<ToolState> obtainable(Download download, List<String> reasons) {
    if (!mayFetch) {
      return Optional.empty();
    }
    for (Download.Source source : fetchable(download)) {
      Optional<String> lacking =
          source instanceof Download.Packages ? PackagesFetcher.lacking(host) : Optional.empty();
      if (lacking.isEmpty()) {
        return Optional.of(new ToolState.Obtainable(program(download, source), download.version()));
      }
      if (!reasons.contains(lacking.get())) {
        reasons.add(lacking.get());
      }
    }
    return Optional.empty();
  }

  private ToolState unavailable(List<String> reasons) {
    if (!mayFetch) {
      reasons.add(
          "not in the cache "
              + cacheDir
              + ", and fetching is off (-o or -Drust.autoInstall=false)");
    }
    return new ToolState.Unavailable(reasons);
  }

  private ToolState fetch(Download download, Consumer<String> progress)
      throws ProblemException, IOException {
    Optional<ToolState> meanwhile = cached(download);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    List<String> reasons = new ArrayList<>();
    for (Download.Source source : fetchable(download)) {
      Shutdown.stayIfBegun();
      progress.accept(
          "Fetching %s %s (%s)"
              .formatted(download.name(), download.version(), Fetchers.describe(source)));
      try (TemporaryFolder folder = new TemporaryFolder(home(download).getParent())) {
        Optional<String> failure = fetch(download, source, folder.path());
        if (failure.isPresent()) {
          reasons.add(Fetchers.describe(source) + ": " + failure.get());
          continue;
        }
        Path place = folder(download, source);
        TemporaryFolder.delete(place);
        Files.createDirectories(place.getParent());
        Files.move(folder.path(), place, StandardCopyOption.ATOMIC_MOVE);
        return new ToolState.Ready(program(download, source), download.version(), "fetched");
      } catch (UntrustedContentException e) {
        throw new ProblemException(
            Problem.of(
                ProblemCode.DIGEST_MISMATCH,
                e.getMessage(),
                "Nothing was kept. Find out what answers in the place of the publisher, or correct"
                    + " the digest in your overlay."),
            e);
      }
    }
    throw new ProblemException(
        Problem.of(
            ProblemCode.TOOL_UNAVAILABLE,
            "%s %s is not on this machine and cannot be fetched:\n  - %s"
                .formatted(download.name(), download.version(), indented(reasons)),
            "%s, or copy %s from a machine that could fetch it."
                .formatted(Fetchers.remedy(download), home(download))));
  }

  private static String indented(List<String> reasons) {
    return reasons.stream()
        .map(reason -> reason.replace("\n", "\n    "))
        .collect(Collectors.joining("\n  - "));
  }

  /** Fetches, or says why that way is none; a fault of the cache stands in every way. */
  private Optional<String> fetch(Download download, Download.Source source, Path folder)
      throws IOException {
    try {
      Download.Source expanded = Fetchers.expand(source, template(), download.origin());
      fetchers.fetch(Fetchers.mirrored(expanded, network.mirror(download.name())), folder);
      return Optional.empty();
    } catch (UntrustedContentException e) {
      throw e;
    } catch (IOException e) {
      Shutdown.stayIfBegun();
      if (Thread.currentThread().isInterrupted() || Storage.isToBlame(e)) {
        throw e;
      }
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * How a tool in the cache was checked when it came; empty for one that the user has installed.
   */
  public Optional<String> checked(String name) {
    Download download = download(name);
    return state(name) instanceof ToolState.Usable usable
        ? fetchable(download).stream()
            .filter(source -> program(download, source).equals(usable.program()))
            .map(source -> Fetchers.checked(source, platform))
            .findFirst()
        : Optional.empty();
  }

  /** The tool cache cannot be written. */
  public static ProblemException unusable(Path cacheDir, IOException fault) {
    return new ProblemException(
        Problem.of(
            ProblemCode.CACHE_UNUSABLE,
            "the tool cache %s cannot be used: %s".formatted(cacheDir, Storage.reason(fault)),
            "Name a folder that can be written and has room: -Drust.cacheDir=/path/to/folder"),
        fault);
  }

  private List<Download.Source> fetchable(Download download) {
    return download.sources().stream().filter(Fetchers::canFetch).toList();
  }

  private Path home(Download download) {
    return cacheDir.resolve("tools").resolve(download.name());
  }

  private Path folder(Download download, Download.Source source) {
    return home(download).resolve(download.version() + "-" + Fetchers.kind(source));
  }

  private Path program(Download download, Download.Source source) {
    return folder(download, source)
        .resolve(template().expand(Fetchers.program(source), download.origin()).orElseThrow())
        .normalize();
  }

  private Template template() {
    return new Template(
        Map.of(
            "exe", platform.executableSuffix(),
            "hostOs", platform.os(),
            "hostArch", platform.arch(),
            "archive", platform.isWindows() ? "zip" : "tar.xz"));
  }
}
