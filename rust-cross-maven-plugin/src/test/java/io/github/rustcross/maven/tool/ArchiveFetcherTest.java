package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.fixture.Site;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.toolchain.HostPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An archive on a tool's own download site")
class ArchiveFetcherTest {
  private static final Path ZIP = MinisignTest.file("tool-1.0.zip");
  private static final Path SIGNATURE = MinisignTest.file("tool-1.0.zip.minisig");
  private static final Path OTHER_SIGNATURE = MinisignTest.file("signed.txt.minisig");
  private static final String PATH = "/download/tool-1.0.zip";

  private final HostPlatform platform =
      HostPlatform.of(new TargetTriple("x86_64-unknown-linux-gnu"), true);

  @TempDir private Path folder;
  private Network network = Network.DIRECT;
  private Site site;

  @BeforeEach
  void open() throws IOException {
    site = new Site().with(PATH, Files.readAllBytes(ZIP));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  @DisplayName("with the digest of the catalog is unpacked, and its program can be run")
  void goodDigest() throws Exception {
    fetch(site.url(PATH), Optional.empty(), Map.of("linux-x86_64", Digest.sha256(ZIP)));

    assertThat(folder.resolve("tool-1.0/tool")).isExecutable();
    assertThat(folder.resolve("tool-1.0.zip")).doesNotExist();
    assertThat(site.requests()).containsExactly(PATH);
  }

  @Test
  @DisplayName("with another digest is refused, and both are named")
  void wrongDigest() throws Exception {
    String expected = "0".repeat(64);

    refused(
        site.url(PATH),
        Optional.empty(),
        Map.of("linux-x86_64", expected),
        "wrong digest of %s: expected sha256 %s, got %s"
            .formatted(site.url(PATH), expected, Digest.sha256(ZIP)));
    assertThat(folder.resolve("tool-1.0")).doesNotExist();
  }

  @Test
  @DisplayName("with a good signature is taken where there is no digest for this host")
  void goodSignature() throws Exception {
    site.with(PATH + ".minisig", Files.readAllBytes(SIGNATURE));

    fetch(
        site.url(PATH),
        Optional.of(MinisignTest.key("key.pub")),
        Map.of("macos-aarch64", "0".repeat(64)));

    assertThat(folder.resolve("tool-1.0/tool")).isExecutable();
    assertThat(site.requests()).containsExactly(PATH, PATH + ".minisig");
  }

  @Test
  @DisplayName("with the signature of another file or key is refused")
  void wrongSignature() throws Exception {
    site.with(PATH + ".minisig", Files.readAllBytes(OTHER_SIGNATURE));

    refused(
        site.url(PATH),
        Optional.of(MinisignTest.key("key.pub")),
        Map.of(),
        "wrong signature of %s: the signature does not fit the file".formatted(site.url(PATH)));
    refused(
        site.url(PATH),
        Optional.of(MinisignTest.key("other.pub")),
        Map.of(),
        "wrong signature of %s: signed with another key than %s"
            .formatted(site.url(PATH), MinisignTest.key("other.pub")));
    assertThatExceptionOfType(UntrustedContentException.class)
        .isThrownBy(
            () -> fetch(site.url(PATH), Optional.of(MinisignTest.key("key.pub")), Map.of()));
    assertThat(folder.resolve("tool-1.0")).doesNotExist();
  }

  @Test
  @DisplayName("without its signature is refused")
  void noSignature() {
    String url = site.url(PATH) + ".minisig";

    refused(
        site.url(PATH),
        Optional.of(MinisignTest.key("key.pub")),
        Map.of(),
        "%s cannot be downloaded: %s answered 404".formatted(url, url));
  }

  @Test
  @DisplayName("with neither digest nor key is refused, although it is there")
  void unchecked() {
    refused(
        site.url(PATH),
        Optional.empty(),
        Map.of("windows-x86_64", "0".repeat(64)),
        "the catalog has neither a digest for linux-x86_64 nor a key for " + site.url(PATH));
  }

  @Test
  @DisplayName("that is not there is refused with the address and the answer")
  void notFound() {
    String url = site.url("/gone.zip");

    refused(
        url,
        Optional.empty(),
        Map.of("linux-x86_64", "0".repeat(64)),
        "%s cannot be downloaded: %s answered 404".formatted(url, url));
  }

  @Test
  @DisplayName("on a site that does not answer is refused with the address")
  void connectionRefused() throws Exception {
    String url = Site.nowhere("/tool-1.0.zip");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetch(url, Optional.empty(), Map.of("linux-x86_64", "0".repeat(64))))
        .withMessageStartingWith(url + " cannot be downloaded: ");
  }

  private void fetch(String url, Optional<String> key, Map<String, String> sha256)
      throws IOException {
    new ArchiveFetcher(platform, network)
        .fetch(new Download.Archive(url, "tool-1.0/tool", key, sha256), folder);
  }

  private void refused(
      String url, Optional<String> key, Map<String, String> sha256, String message) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetch(url, key, sha256))
        .withMessage(message);
  }
}
