package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.fixture.RecordingProxy;
import io.github.rustcross.maven.fixture.Site;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.DirectHosts;
import io.github.rustcross.maven.network.HttpProxy;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoMetadata;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.rust.RustProbe;
import io.github.rustcross.maven.rust.Rustup;
import io.github.rustcross.toolchain.HostPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real clients. Where there is a network they really fetch through the proxy; where there is
 * none, that they ask the proxy is what counts.
 */
@DisplayName("Through proxies and mirrors of settings.xml")
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links to the folders of a toolchain")
class ProxiesAndMirrorsTest {
  private static final Set<String> NETWORK_VARIABLES =
      Set.of("http_proxy", "https_proxy", "all_proxy", "no_proxy", "pip_find_links");

  /** Bare metal: the smallest standard library that there is. */
  private static final String SMALL_STD = "thumbv6m-none-eabi";

  private final ProcessRunner processes = new ProcessRunner();

  @TempDir private Path folder;
  private RecordingProxy proxy;
  private Site mirror;

  @BeforeEach
  void open() throws IOException {
    proxy = new RecordingProxy();
    mirror = new Site();
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    mirror.close();
  }

  @Test
  @DisplayName("cargo downloads what a crate depends on, through the proxy")
  void cargoThroughProxy() throws Exception {
    try {
      CrateGraph graph = metadata(proxied());

      assertThat(graph.packages().values()).extracting("name").contains("itoa");
    } catch (ProblemException e) {
      assertThat(proxy.hasTunnelled()).as(e.getMessage()).isFalse();
    }

    assertThat(proxy.tunnels())
        .isNotEmpty()
        .allSatisfy(
            request -> {
              assertThat(request.header("User-Agent")).startsWith("cargo/");
              assertThat(request.header("Proxy-Authorization")).isEqualTo("Basic bWU6cEBzcw==");
            });
  }

  @Test
  @DisplayName("cargo asks the mirror, and the error names it")
  void cargoOfMirror() {
    Network network = mirrored("rust-cross-cargo", "sparse+" + mirror.url("/index"));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> metadata(network))
        .withMessageStartingWith("RC-DEPENDENCY-MISSING: cargo cannot download what ")
        .withMessageContaining(
            "source.rust-cross-cargo.registry=\"sparse+%s\"".formatted(mirror.url("/index/")));

    assertThat(mirror.requests()).isNotEmpty().allMatch(path -> path.startsWith("/index/"));
  }

  @Test
  @DisplayName("rustup downloads a standard library through the proxy")
  void rustupThroughProxy() throws Exception {
    RustCommands commands = rustup(proxied());
    Path installed = folder.resolve("rustup/toolchains").resolve(toolchain().getFileName());
    try {
      new Rustup(processes).add(commands, List.of(SMALL_STD));

      assertThat(installed.resolve("lib/rustlib").resolve(SMALL_STD)).isDirectory();
    } catch (ProblemException e) {
      assertThat(proxy.hasTunnelled()).as(e.getMessage()).isFalse();
    }

    assertThat(proxy.tunnels())
        .isNotEmpty()
        .allSatisfy(
            request ->
                assertThat(request.header("Proxy-Authorization")).isEqualTo("Basic bWU6cEBzcw=="));
  }

  @Test
  @DisplayName("rustup asks the mirror, and the error names it")
  void rustupOfMirror() throws Exception {
    RustCommands commands = rustup(mirrored("rust-cross-rustup", mirror.url("/rust")));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> new Rustup(processes).add(commands, List.of(SMALL_STD)))
        .withMessageStartingWith(
            "RC-STD-MISSING: 'rustup target add %s' failed with exit code 1:\nerror: "
                .formatted(SMALL_STD))
        .withMessageContaining("'" + mirror.url("/rust/dist/"))
        .withMessageContaining(
            "\n    Name a proxy, or a mirror of rust-cross-rustup, in settings.xml; ");

    assertThat(mirror.requests()).isNotEmpty().allMatch(path -> path.startsWith("/rust/dist/"));
  }

  @Test
  @DisplayName("pip downloads a wheel through the proxy")
  void pipThroughProxy() throws Exception {
    Path wheel = Files.createDirectory(folder.resolve("wheel"));
    try {
      pip(proxied(), wheel);

      assertThat(wheel.resolve("six.py")).isExecutable();
    } catch (IOException e) {
      assertThat(proxy.hasTunnelled()).as(e.getMessage()).isFalse();
    }

    assertThat(proxy.tunnels())
        .isNotEmpty()
        .allSatisfy(
            request ->
                assertThat(request.header("Proxy-Authorization")).isEqualTo("Basic bWU6cEBzcw=="));
  }

  @Test
  @DisplayName("pip asks the mirror")
  void pipOfMirror() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> pip(mirrored("rust-cross-pip", mirror.url("/simple")), folder))
        .withMessageContaining("(index " + mirror.url("/simple") + ", of settings.xml)")
        .withMessageContaining("No matching distribution found for six==1.17.0");

    assertThat(mirror.requests()).isNotEmpty().allMatch(path -> path.equals("/simple/six/"));
  }

  @Test
  @DisplayName("our own download over http goes through the proxy, with its login")
  void ownThroughProxy() throws Exception {
    Path zip = MinisignTest.file("tool-1.0.zip");
    mirror.with("/tool-1.0.zip", Files.readAllBytes(zip));

    own(proxied(), mirror.url("/tool-1.0.zip"));

    assertThat(folder.resolve("tool-1.0/tool")).isExecutable();
    assertThat(proxy.requests()).hasSize(1);
    assertThat(proxy.requests().get(0).line())
        .isEqualTo("GET " + mirror.url("/tool-1.0.zip") + " HTTP/1.1");
    assertThat(proxy.requests().get(0).header("Proxy-Authorization"))
        .isEqualTo("Basic bWU6cEBzcw==");
  }

  @Test
  @DisplayName("our own download that is sent elsewhere logs in to the proxy again")
  void ownRedirected() throws Exception {
    mirror
        .with("/tool-1.0.zip", Files.readAllBytes(MinisignTest.file("tool-1.0.zip")))
        .redirecting("/latest.zip", mirror.url("/tool-1.0.zip"));

    own(proxied(), mirror.url("/latest.zip"));

    assertThat(folder.resolve("tool-1.0/tool")).isExecutable();
    assertThat(proxy.requests())
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(request.header("Proxy-Authorization")).isEqualTo("Basic bWU6cEBzcw=="));
  }

  @Test
  @DisplayName("our own download over https asks the proxy for a tunnel, with its login")
  void ownThroughTunnel() throws Exception {
    try (ServerSocket site = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> firstByte(site));
      String url = "https://127.0.0.1:%d/tool-1.0.zip".formatted(site.getLocalPort());

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> own(proxied(), url))
          .withMessageStartingWith(
              url + " cannot be downloaded through the proxy 127.0.0.1:" + proxy.port() + ": ");

      // What arrives at the other end of the tunnel is a TLS handshake (RFC 8446, 5.1).
      assertThat(first).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(22);
    }
    assertThat(proxy.tunnels())
        .isNotEmpty()
        .allSatisfy(
            request ->
                assertThat(request.header("Proxy-Authorization")).isEqualTo("Basic bWU6cEBzcw=="));
  }

  private static int firstByte(ServerSocket site) {
    try (Socket client = site.accept()) {
      // Java tries once more where a connection ends early.
      site.close();
      return client.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("our own download passes the proxy by for a host of nonProxyHosts")
  void ownDirect() throws Exception {
    mirror.with("/tool-1.0.zip", Files.readAllBytes(MinisignTest.file("tool-1.0.zip")));

    own(network("127.*", Map.of()), mirror.url("/tool-1.0.zip"));

    assertThat(folder.resolve("tool-1.0/tool")).isExecutable();
    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  @DisplayName("our own download asks the mirror of that download for the publisher's file")
  void ownOfMirror() {
    Download.Archive archive =
        new Download.Archive(
            "https://publisher.invalid/download/1.0/tool-1.0.zip",
            "tool",
            Optional.of("a key"),
            Map.of());
    Download.Source mirrored = Fetchers.mirrored(archive, Optional.of(mirror.url("/tools/tool")));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetcher(Network.DIRECT).fetch((Download.Archive) mirrored, folder))
        .withMessageContaining(mirror.url("/tools/tool/tool-1.0.zip") + " answered 404");
    assertThat(mirror.requests()).containsExactly("/tools/tool/tool-1.0.zip");
    assertThat(((Download.Archive) mirrored).signedBy()).contains("a key");
    assertThat(Fetchers.mirrored(archive, Optional.empty())).isSameAs(archive);
  }

  @Test
  @DisplayName("nothing is fetched where nobody answers: each says why in a few lines")
  void nobodyAnswers() throws Exception {
    proxy.close();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> metadata(proxied()))
        .withMessageStartingWith("RC-DEPENDENCY-MISSING: cargo cannot download what ")
        .withMessageContaining(":\nerror: failed to ")
        .withMessageContaining("\nCaused by:\n")
        .withMessageContaining("Could not connect to server")
        .withMessageContaining("\n    Name a proxy, or a mirror of rust-cross-cargo, ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("p@ss", "p%40ss", "spurious"));
    RustCommands rustup = rustup(proxied());
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> new Rustup(processes).add(rustup, List.of(SMALL_STD)))
        .withMessageMatching(
            "(?s)RC-STD-MISSING: 'rustup target add \\S+' failed with exit code 1:\n"
                + "error: component download failed [^\n]*Connection refused[^\n]*\n"
                + "    Name a proxy, or a mirror of rust-cross-rustup, [^\n]*"
                + " beforehand: rustup target add \\S+");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> pip(proxied(), folder))
        .withMessageStartingWith("exit code 1: ERROR: ")
        .withMessageContaining("No matching distribution found for six==1.17.0")
        .withMessageNotContainingAny("Retrying", "object at", "p@ss", "p%40ss");
  }

  private CrateGraph metadata(Network network) throws Exception {
    Path crate = Files.createDirectories(folder.resolve("crate"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        """
        [package]
        name = "probe"
        version = "1.0.0"
        edition = "2021"

        [dependencies]
        itoa = "=1.0.15"
        """);
    Files.writeString(Files.createDirectories(crate.resolve("src")).resolve("lib.rs"), "");
    return new CargoMetadata(processes)
        .read(
            commands(network, Map.of("CARGO_HOME", folder.resolve("cargo").toString())),
            crate.resolve("Cargo.toml"),
            List.of(),
            List.of());
  }

  /** rustup with a folder of its own, in which the real toolchain seems to be installed. */
  private RustCommands rustup(Network network) throws Exception {
    Path real = toolchain();
    Path home = folder.resolve("rustup");
    Path place = home.resolve("toolchains").resolve(real.getFileName());
    Path records = Files.createDirectories(place.resolve("lib/rustlib"));
    Files.createSymbolicLink(place.resolve("bin"), real.resolve("bin"));
    try (Stream<Path> files = Files.list(real.resolve("lib/rustlib"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, records.resolve(file.getFileName()));
      }
    }
    // It is installed for good: then it would not be fetched.
    Files.deleteIfExists(records.resolve("manifest-rust-std-" + SMALL_STD));
    Path components = records.resolve("components");
    Files.write(
        components,
        Files.readAllLines(components).stream().filter(line -> !line.endsWith(SMALL_STD)).toList());
    String part = "[[components]]";
    Path config = records.resolve("multirust-config.toml");
    Files.writeString(
        config,
        Stream.of(Files.readString(config).split(Pattern.quote(part)))
            .filter(text -> !text.contains('"' + SMALL_STD + '"'))
            .collect(Collectors.joining(part)));
    return commands(
        network,
        Map.of(
            "RUSTUP_HOME",
            home.toString(),
            "RUSTUP_TOOLCHAIN",
            real.getFileName().toString(),
            "RUSTUP_MAX_RETRIES",
            "0"));
  }

  private Path toolchain() throws Exception {
    assumeTrue(new HostSystem().program("rustup").isPresent(), "needs rustup on PATH");
    HostSystem host = new HostSystem();
    return new RustProbe(host, processes)
        .probe(new RustCommands(folder, host.environment(), Optional.empty()))
        .sysroot();
  }

  private void pip(Network network, Path into) throws IOException {
    Map<String, String> environment = environment(Map.of());
    environment.putAll(Map.of("PIP_RETRIES", "0", "PIP_NO_CACHE_DIR", "1"));
    new PipFetcher(new HostSystem(environment, System::getProperty), processes, network)
        .fetch(
            new Download.Wheel(
                "six==1.17.0",
                "six.py",
                List.of("4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274")),
            into);
  }

  private void own(Network network, String url) throws IOException {
    fetcher(network)
        .fetch(
            new Download.Archive(
                url,
                "tool-1.0/tool",
                Optional.empty(),
                Map.of("linux-x86_64", Digest.sha256(MinisignTest.file("tool-1.0.zip")))),
            folder);
  }

  private static ArchiveFetcher fetcher(Network network) {
    return new ArchiveFetcher(
        HostPlatform.of(new TargetTriple("x86_64-unknown-linux-gnu"), true), network);
  }

  private static RustCommands commands(Network network, Map<String, String> variables)
      throws IOException {
    Map<String, String> environment = environment(variables);
    environment.put("CARGO_NET_RETRY", "0");
    return new RustCommands(
        Path.of("").toAbsolutePath(),
        network.environment(environment),
        Optional.empty(),
        network.cargoArguments());
  }

  /** The environment of the tests without what it says of the network itself. */
  private static Map<String, String> environment(Map<String, String> variables) {
    Map<String, String> environment = new TreeMap<>(new HostSystem().environment());
    environment
        .keySet()
        .removeIf(name -> NETWORK_VARIABLES.contains(name.toLowerCase(java.util.Locale.ROOT)));
    environment.putAll(variables);
    return environment;
  }

  private Network proxied() {
    return network("elsewhere.invalid", Map.of());
  }

  private Network network(String direct, Map<String, String> mirrors) {
    Optional<HttpProxy> through =
        Optional.of(
            new HttpProxy(
                "127.0.0.1",
                proxy.port(),
                Optional.of(new HttpProxy.Login("me", "p@ss")),
                DirectHosts.ofSettings(direct)));
    return Network.of(new NetworkSettings(through, through, mirrors), Map.of(), false);
  }

  private static Network mirrored(String id, String url) {
    return Network.of(
        new NetworkSettings(Optional.empty(), Optional.empty(), Map.of(id, url)), Map.of(), false);
  }
}
