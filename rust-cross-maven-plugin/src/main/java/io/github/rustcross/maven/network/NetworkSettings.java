package io.github.rustcross.maven.network;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the user's {@code settings.xml} says of the network.
 *
 * @param http the proxy for http
 * @param https the proxy for https
 * @param mirrors the mirrors of ours, by the id in {@code mirrorOf}
 */
public record NetworkSettings(
    Optional<HttpProxy> http, Optional<HttpProxy> https, Map<String, String> mirrors) {
  /** What the ids of our mirrors begin with. */
  public static final String PREFIX = "rust-cross-";

  /** Nothing is said. */
  public static final NetworkSettings NONE =
      new NetworkSettings(Optional.empty(), Optional.empty(), Map.of());

  static final String CARGO = PREFIX + "cargo";
  static final String RUSTUP = PREFIX + "rustup";
  static final String PIP = PREFIX + "pip";

  /** Copies the map. */
  public NetworkSettings {
    mirrors = Map.copyOf(new LinkedHashMap<>(mirrors));
  }

  /** The hosts without a proxy that the variable {@code NO_PROXY} cannot express. */
  public List<String> inexpressible() {
    return Stream.of(http, https)
        .flatMap(Optional::stream)
        .map(HttpProxy::direct)
        .flatMap(hosts -> hosts.inexpressible().stream())
        .distinct()
        .toList();
  }

  /**
   * Fails for a mirror of something that is never fetched, which is most likely a typing error.
   *
   * @param names the catalog's downloads that come from a site of their own, and its archives
   */
  public void check(Set<String> names) throws ProblemException {
    Set<String> known = new TreeSet<>(Set.of(CARGO, RUSTUP, PIP));
    names.forEach(name -> known.add(PREFIX + name));
    List<Problem> problems = new ArrayList<>();
    for (String id : new TreeSet<>(mirrors.keySet())) {
      if (!known.contains(id)) {
        List<String> nearest = TargetCatalog.nearest(id, List.copyOf(known));
        problems.add(
            Problem.of(
                ProblemCode.SETTINGS_INVALID,
                "settings.xml has a mirror of '%s' (%s), which is nothing that is fetched"
                    .formatted(id, mirrors.get(id)),
                nearest.isEmpty()
                    ? "Known are: " + String.join(", ", known)
                    : "Did you mean <mirrorOf>%s</mirrorOf>?".formatted(nearest.get(0))));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
