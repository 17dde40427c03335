package io.github.rustcross.maven.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.maven.problem.ProblemException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The network")
class NetworkTest {
  private static final URI FILE = URI.create("https://files.example/tool.zip");
  private static final HttpProxy PROXY =
      new HttpProxy(
          "proxy.corp",
          3128,
          Optional.of(new HttpProxy.Login("me", "p@ss/w:rd")),
          DirectHosts.ofSettings("localhost|*.corp"));

  @Test
  @DisplayName("of settings.xml is told to cargo, rustup and pip in both spellings")
  void proxies() {
    Network network = Network.of(settings(Map.of()), Map.of("HOME", "/home/me"), false);

    String url = "http://me:p%40ss%2Fw%3Ard@proxy.corp:3128";
    assertThat(network.environment(Map.of("HOME", "/home/me")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "HOME", "/home/me",
                "http_proxy", url,
                "HTTP_PROXY", url,
                "https_proxy", url,
                "HTTPS_PROXY", url,
                "no_proxy", "localhost,.corp",
                "NO_PROXY", "localhost,.corp"));
    assertThat(network.cargoArguments()).isEmpty();
  }

  @Test
  @DisplayName("of settings.xml serves our own downloads, but not those of hosts without a proxy")
  void ownDownloads() {
    Network network = Network.of(settings(Map.of()), Map.of(), false);

    assertThat(network.proxy(FILE)).contains(PROXY);
    assertThat(network.proxy(URI.create("http://files.corp/tool.zip"))).isEmpty();
    assertThat(PROXY.authorization()).contains("Basic bWU6cEBzcy93OnJk");
  }

  @Test
  @DisplayName("is the environment's alone as soon as that names one proxy")
  void environmentWins() {
    Map<String, String> users =
        Map.of("https_proxy", "http://a:b%20c@mine:8080/", "NO_PROXY", "inside");
    Network network = Network.of(settings(Map.of()), users, false);

    assertThat(network.variables()).isEmpty();
    assertThat(network.environment(users)).isEqualTo(users);
    assertThat(network.proxy(FILE).map(HttpProxy::url)).contains("http://a:b%20c@mine:8080");
    assertThat(network.proxy(URI.create("https://x.inside/"))).isEmpty();
    assertThat(network.proxy(URI.create("http://files.example/"))).isEmpty();
  }

  @Test
  @DisplayName("is the environment's where settings.xml has none")
  void environmentOnly() {
    assertThat(
            Network.of(NetworkSettings.NONE, Map.of("ALL_PROXY", "mine:8080"), false)
                .proxy(FILE)
                .map(HttpProxy::url))
        .contains("http://mine:8080");
    assertThat(
            Network.of(NetworkSettings.NONE, Map.of("HTTPS_PROXY", "socks5://mine:1080"), false)
                .proxy(FILE))
        .isEmpty();
    assertThat(Network.DIRECT.proxy(FILE)).isEmpty();
  }

  @Test
  @DisplayName("takes NO_PROXY from the environment even where the proxy is of settings.xml")
  void noProxyOfEnvironment() {
    Network network = Network.of(settings(Map.of()), Map.of("no_proxy", "files.example"), false);

    assertThat(network.variables()).doesNotContainKeys("no_proxy", "NO_PROXY");
    assertThat(network.proxy(FILE)).isEmpty();
    assertThat(network.proxy(URI.create("https://files.corp/"))).isPresent();
  }

  @Test
  @DisplayName("has mirrors for cargo, rustup and pip, each told in its way")
  void mirrors() {
    NetworkSettings settings =
        mirrorsOnly(
            Map.of(
                "rust-cross-cargo", "sparse+https://mirror.corp/index",
                "rust-cross-rustup", "https://mirror.corp/rustup",
                "rust-cross-pip", "https://mirror.corp/simple",
                "rust-cross-tool", "https://mirror.corp/tools"));
    Network network = Network.of(settings, Map.of(), false);

    assertThat(network.cargoArguments())
        .containsExactly(
            "--config",
            "source.crates-io.replace-with=\"rust-cross-cargo\"",
            "--config",
            "source.rust-cross-cargo.registry=\"sparse+https://mirror.corp/index/\"");
    assertThat(network.variables())
        .containsExactly(
            Map.entry("PIP_INDEX_URL", "https://mirror.corp/simple"),
            Map.entry("RUSTUP_DIST_SERVER", "https://mirror.corp/rustup"));
    assertThat(network.mirror("tool")).contains("https://mirror.corp/tools");
    assertThat(network.mirror("other")).isEmpty();
  }

  @Test
  @DisplayName("takes a git index as cargo does, unchanged")
  void gitIndex() {
    assertThat(
            Network.of(
                    mirrorsOnly(Map.of("rust-cross-cargo", "https://mirror.corp/index.git")),
                    Map.of(),
                    false)
                .cargoArguments())
        .last()
        .isEqualTo("source.rust-cross-cargo.registry=\"https://mirror.corp/index.git\"");
  }

  @Test
  @DisplayName("leaves alone what the user's environment and cargo's configuration say")
  void usersOwnMirrors() {
    NetworkSettings settings =
        mirrorsOnly(
            Map.of("rust-cross-cargo", "a", "rust-cross-rustup", "b", "rust-cross-pip", "c"));
    Network network =
        Network.of(settings, Map.of("PIP_INDEX_URL", "mine", "RUSTUP_DIST_SERVER", "mine"), true);

    assertThat(network.variables()).isEmpty();
    assertThat(network.cargoArguments()).isEmpty();
  }

  @Test
  @DisplayName("with a mirror of something unknown is refused with the nearest name")
  void unknownMirror() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                mirrorsOnly(Map.of("rust-cross-crago", "https://me:secret@mirror.corp/"))
                    .check(Set.of("tool")))
        .withMessage(
            "RC-SETTINGS-INVALID: settings.xml has a mirror of 'rust-cross-crago'"
                + " (https://me:***@mirror.corp/), which is nothing that is fetched\n"
                + "    Did you mean <mirrorOf>rust-cross-cargo</mirrorOf>?");
  }

  @Test
  @DisplayName("does not print passwords")
  void passwords() {
    assertThat(PROXY.toString()).contains("me:***").doesNotContain("p@ss");
  }

  private static NetworkSettings settings(Map<String, String> mirrors) {
    return new NetworkSettings(Optional.of(PROXY), Optional.of(PROXY), mirrors);
  }

  private static NetworkSettings mirrorsOnly(Map<String, String> mirrors) {
    return new NetworkSettings(Optional.empty(), Optional.empty(), mirrors);
  }
}
