package io.github.rustcross.maven.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone in the end, unless it was moved to its final place. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;
  private final Thread hook;

  /**
   * Makes a folder inside another, so that moving it elsewhere there is atomic. It is gone too when
   * the JVM is told to stop in the meantime.
   *
   * @param parent on the file system of the final place; is made
   */
  public TemporaryFolder(Path parent) throws IOException {
    Files.createDirectories(parent);
    path = Files.createTempDirectory(parent, ".tmp-");
    hook = new Thread(this::deleteQuietly, "end of " + path.getFileName());
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      delete(path);
      throw new IOException("the build is being stopped", e);
    }
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    delete(path);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is on its way out and the hook runs: it finds nothing left to do.
      return;
    }
  }

  private void deleteQuietly() {
    try {
      delete(path);
    } catch (IOException e) {
      // Whoever still writes into the folder makes this fail; there is nobody left to tell.
      return;
    }
  }

  /** Deletes a folder with all that is in it; a missing one is fine. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
