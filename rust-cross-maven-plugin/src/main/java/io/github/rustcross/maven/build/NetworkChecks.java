package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.problem.ProblemException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what settings.xml says of the network with what the catalog fetches. */
final class NetworkChecks {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkChecks.class);

  private NetworkChecks() {}

  /**
   * The settings, if they make sense.
   *
   * @throws ProblemException if a mirror is for nothing that is fetched
   */
  static NetworkSettings checked(NetworkSettings settings, TargetCatalog catalog)
      throws ProblemException {
    if (!settings.mirrors().isEmpty()) {
      settings.check(fetched(catalog));
    }
    settings
        .inexpressible()
        .forEach(
            host ->
                LOG.warn(
                    "settings.xml: cargo, rustup and pip cannot be told of the nonProxyHosts '{}':"
                        + " they know names, '*.name' and '10.*' only",
                    host));
    return settings;
  }

  private static Set<String> fetched(TargetCatalog catalog) {
    Stream<String> downloads =
        catalog.downloads().values().stream()
            .filter(
                download ->
                    download.sources().stream().anyMatch(Download.Archive.class::isInstance))
            .map(Download::name);
    return Stream.concat(downloads, catalog.archives().keySet().stream())
        .collect(Collectors.toSet());
  }
}
