package io.github.rustcross.maven.tool;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.toolchain.HostPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** Downloads an archive from the tool's own site and checks digest or signature. */
final class ArchiveFetcher implements Fetcher<Download.Archive> {
  private final HostPlatform platform;
  private final Downloader downloader;

  ArchiveFetcher(HostPlatform platform, Network network) {
    this.platform = platform;
    this.downloader = new Downloader(network);
  }

  @Override
  public void fetch(Download.Archive source, Path folder) throws IOException {
    URI url = URI.create(source.url());
    String path = url.getPath();
    Path archive = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
    downloader.get(url, HttpResponse.BodyHandlers.ofFile(archive));
    check(source, archive);
    Archives.unpack(archive, folder);
    Files.delete(archive);
    Archives.makeExecutable(folder.resolve(source.program()));
  }

  private void check(Download.Archive source, Path archive) throws IOException {
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
      String text = downloader.get(signature, HttpResponse.BodyHandlers.ofString());
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
}
