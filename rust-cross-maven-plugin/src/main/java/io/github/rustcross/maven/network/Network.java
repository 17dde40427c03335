package io.github.rustcross.maven.network;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How everything that is fetched is reached: {@code settings.xml}, unless the user's variables say
 * otherwise.
 *
 * @param variables what {@code settings.xml} adds to the variables of cargo, rustup and pip
 * @param cargoArguments what it adds to the arguments of cargo
 * @param http the proxy for our own downloads over http
 * @param https the proxy for our own downloads over https
 * @param mirrors the mirrors, by the id in {@code mirrorOf}
 */
public record Network(
    Map<String, String> variables,
    List<String> cargoArguments,
    Optional<HttpProxy> http,
    Optional<HttpProxy> https,
    Map<String, String> mirrors) {
  private static final String PIP_INDEX = "PIP_INDEX_URL";

  /** No proxy and no mirror. */
  public static final Network DIRECT = of(NetworkSettings.NONE, Map.of(), false);

  /** Copies the collections. */
  public Network {
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    cargoArguments = List.copyOf(cargoArguments);
    mirrors = Map.copyOf(mirrors);
  }

  /**
   * Joins the settings with the user's variables. As soon as these name one proxy, all proxies are
   * theirs: halves of two configurations would surprise.
   *
   * @param environment the user's variables
   * @param cargoReplaces whether cargo's own configuration replaces the registry, which wins
   */
  public static Network of(
      NetworkSettings settings, Map<String, String> environment, boolean cargoReplaces) {
    Optional<DirectHosts> users =
        first(environment, "no_proxy", "NO_PROXY").map(DirectHosts::ofVariable);
    Map<String, String> variables = new LinkedHashMap<>();
    mirror(settings, NetworkSettings.RUSTUP)
        .filter(url -> first(environment, "RUSTUP_DIST_SERVER", "RUSTUP_DIST_ROOT").isEmpty())
        .ifPresent(url -> variables.put("RUSTUP_DIST_SERVER", url));
    mirror(settings, NetworkSettings.PIP)
        .filter(url -> first(environment, PIP_INDEX).isEmpty())
        .ifPresent(url -> variables.put(PIP_INDEX, url));
    List<String> cargo =
        cargoReplaces
            ? List.of()
            : mirror(settings, NetworkSettings.CARGO).map(Network::replacement).orElse(List.of());
    Optional<String> http = first(environment, "http_proxy", "HTTP_PROXY");
    Optional<String> https = first(environment, "https_proxy", "HTTPS_PROXY");
    Optional<String> all = first(environment, "all_proxy", "ALL_PROXY");
    if (http.isPresent() || https.isPresent() || all.isPresent()) {
      DirectHosts direct = users.orElse(DirectHosts.NONE);
      return new Network(
          variables,
          cargo,
          http.or(() -> all).flatMap(text -> HttpProxy.parse(text, direct)),
          https.or(() -> all).flatMap(text -> HttpProxy.parse(text, direct)),
          settings.mirrors());
    }
    settings.http().ifPresent(proxy -> put(variables, "http_proxy", proxy.url()));
    settings.https().ifPresent(proxy -> put(variables, "https_proxy", proxy.url()));
    String direct =
        Stream.of(settings.https(), settings.http())
            .flatMap(Optional::stream)
            .map(HttpProxy::direct)
            .reduce(DirectHosts.NONE, DirectHosts::and)
            .variable();
    if (users.isEmpty() && !direct.isEmpty()) {
      put(variables, "no_proxy", direct);
    }
    return new Network(
        variables,
        cargo,
        settings.http().map(proxy -> users.map(proxy::with).orElse(proxy)),
        settings.https().map(proxy -> users.map(proxy::with).orElse(proxy)),
        settings.mirrors());
  }

  /** The user's variables with those of {@code settings.xml}. */
  public Map<String, String> environment(Map<String, String> users) {
    Map<String, String> all = new TreeMap<>(users);
    all.putAll(variables);
    return all;
  }

  /** The proxy through which an address is downloaded. */
  public Optional<HttpProxy> proxy(URI url) {
    Optional<HttpProxy> proxy = "https".equalsIgnoreCase(url.getScheme()) ? https : http;
    return proxy.filter(found -> url.getHost() != null && !found.direct().contains(url.getHost()));
  }

  /** The mirror of one of the catalog's downloads or archives. */
  public Optional<String> mirror(String name) {
    return Optional.ofNullable(mirrors.get(NetworkSettings.PREFIX + name));
  }

  /** The index that pip is told of, which it does not name when it finds nothing there. */
  public Optional<String> pipIndex() {
    return Optional.ofNullable(variables.get(PIP_INDEX));
  }

  private static Optional<String> mirror(NetworkSettings settings, String id) {
    return Optional.ofNullable(settings.mirrors().get(id));
  }

  /** The Cargo Book, "Source Replacement"; a sparse index ends with a slash. */
  private static List<String> replacement(String url) {
    String index = url.startsWith("sparse+") && !url.endsWith("/") ? url + "/" : url;
    String quoted = "\"" + index.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    return List.of(
        "--config",
        "source.crates-io.replace-with=\"%s\"".formatted(NetworkSettings.CARGO),
        "--config",
        "source.%s.registry=%s".formatted(NetworkSettings.CARGO, quoted));
  }

  /** libcurl reads {@code http_proxy} in small letters only, others look for capitals first. */
  private static void put(Map<String, String> variables, String name, String value) {
    variables.put(name, value);
    variables.put(name.toUpperCase(java.util.Locale.ROOT), value);
  }

  private static Optional<String> first(Map<String, String> environment, String... names) {
    return Stream.of(names)
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
