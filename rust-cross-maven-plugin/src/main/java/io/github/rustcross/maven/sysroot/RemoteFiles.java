package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.problem.Secrets;
import io.github.rustcross.maven.problem.Storage;
import io.github.rustcross.maven.tool.Downloader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Fetches files by their addresses, which may be on this machine. */
final class RemoteFiles {
  private final Downloader downloader;

  RemoteFiles(Network network) {
    this.downloader = new Downloader(network);
  }

  /** A file is not there, or did not come whole. */
  static final class UnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnavailableException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Fetches a file.
   *
   * @param url {@code http:}, {@code https:} or {@code file:}
   * @param file where it goes; is replaced. A file of this machine stays where it is.
   * @return where it is
   * @throws UnavailableException if it cannot be had, with its address
   * @throws IOException if the own file is at fault, or this thread is interrupted
   */
  Path get(String url, Path file) throws IOException {
    try {
      // Names of packages have characters that addresses do not.
      URI address = new URI(url.replace(" ", "%20"));
      if ("file".equals(address.getScheme())) {
        return local(address);
      }
      return downloader.get(address, HttpResponse.BodyHandlers.ofFile(file));
    } catch (InterruptedIOException e) {
      throw e;
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new UnavailableException(Secrets.mask(url) + " is no address", e);
    } catch (NoSuchFileException e) {
      throw new UnavailableException("there is no " + url, e);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted() || Storage.isToBlame(e)) {
        throw e;
      }
      throw new UnavailableException(e.getMessage(), e);
    }
  }

  private static Path local(URI address) throws NoSuchFileException {
    Path path = Path.of(address.getPath());
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return path;
  }
}
