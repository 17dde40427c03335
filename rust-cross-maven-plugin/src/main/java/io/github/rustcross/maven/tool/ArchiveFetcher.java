package io.github.rustcross.maven.tool;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.toolchain.HostPlatform;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Downloads an archive from the tool's own site and checks digest or signature. */
final class ArchiveFetcher implements Fetcher<Download.Archive> {
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int OK = 200;

  private final HostPlatform platform;

  ArchiveFetcher(HostPlatform platform) {
    this.platform = platform;
  }

  @Override
  public void fetch(Download.Archive source, Path folder) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    URI url = URI.create(source.url());
    String path = url.getPath();
    Path archive = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
    download(client, url, HttpResponse.BodyHandlers.ofFile(archive));
    check(client, source, archive);
    Archives.unpack(archive, folder);
    Files.delete(archive);
    Archives.makeExecutable(folder.resolve(source.program()));
  }

  private void check(HttpClient client, Download.Archive source, Path archive) throws IOException {
    String expected = source.sha256().get(platform.os() + "-" + platform.arch());
    if (expected != null) {
      String actual = Digest.sha256(archive);
      if (!actual.equals(expected)) {
        throw new UntrustedContentException(
            "wrong digest of %s: expected sha256 %s, got %s"
                .formatted(source.url(), expected, actual));
      }
    } else if (source.signedBy().isPresent()) {
      URI signature = URI.create(source.url() + ".minisig");
      String text = download(client, signature, HttpResponse.BodyHandlers.ofString());
      try {
        Minisign.verify(archive, text, source.signedBy().get());
      } catch (IOException e) {
        throw new UntrustedContentException(
            "wrong signature of %s: %s".formatted(source.url(), e.getMessage()));
      }
    } else {
      throw new IOException(
          "the catalog has neither a digest for %s-%s nor a key for %s"
              .formatted(platform.os(), platform.arch(), source.url()));
    }
  }

  private static <T> T download(HttpClient client, URI url, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    try {
      HttpResponse<T> response =
          client.send(HttpRequest.newBuilder(url).timeout(ANSWER).build(), handler);
      if (response.statusCode() != OK) {
        throw new IOException(url + " answered " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    } catch (IOException e) {
      throw new IOException(
          "%s cannot be downloaded: %s"
              .formatted(
                  url, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
          e);
    }
  }
}
