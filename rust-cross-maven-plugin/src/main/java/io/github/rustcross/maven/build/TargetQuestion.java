package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.TargetChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user asks of the catalog and of this machine; no crate is needed.
 *
 * @param directory the folder whose {@code rust-toolchain.toml} and {@code .cargo} count
 * @param cacheDir the tool cache
 * @param choice what is said of targets
 * @param otherwise the targets where none are named
 * @param channel {@code rust.channel}
 * @param mayInstall whether tools may be fetched
 * @param network the proxies and mirrors of settings.xml
 */
public record TargetQuestion(
    Path directory,
    Path cacheDir,
    TargetChoice choice,
    Default otherwise,
    Optional<String> channel,
    boolean mayInstall,
    NetworkSettings network) {
  /** What is meant where no targets are named. */
  @FunctionalInterface
  public interface Default {
    /** All targets of the catalog. */
    Default ALL = (catalog, configured) -> List.copyOf(catalog.targets().keySet());

    /** What cargo would build for: {@code build.target} of its configuration, else the host. */
    Default AS_CARGO = (catalog, configured) -> configured;

    /**
     * The words.
     *
     * @param configured {@code build.target} of cargo's configuration, possibly none
     * @return words of {@code rust.targets}; none for {@code host}
     */
    List<String> words(TargetCatalog catalog, List<String> configured);
  }

  /** The same as a build asks, without the crate. */
  public static TargetQuestion of(BuildRequest request, Default otherwise) {
    return new TargetQuestion(
        PlanService.directory(request),
        request.cacheDir(),
        request.choice(),
        otherwise,
        request.channel(),
        request.mayInstall(),
        request.network());
  }
}
