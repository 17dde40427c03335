package io.github.rustcross.maven.tool;

import io.github.rustcross.maven.process.Shutdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder that is gone in the end, unless it was moved to its final place. */
public final class TemporaryFolder implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Pattern NAME = Pattern.compile("\\.tmp-\\d+-\\d+-\\d+");
  private static final int TRIES = 50;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path path;
  private final Shutdown shutdown;

  /**
   * Makes a folder inside another, so that moving it elsewhere there is atomic. It is gone too when
   * the JVM is told to stop in the meantime.
   *
   * @param parent on the file system of the final place; is made
   */
  public TemporaryFolder(Path parent) throws IOException {
    Files.createDirectories(parent);
    sweep(parent);
    path = Files.createDirectory(name(parent));
    shutdown = Shutdown.then("end of " + path.getFileName(), this::deleteQuietly);
  }

  /** What processes left behind that were killed: who is at work here is not for a day. */
  private static void sweep(Path parent) throws IOException {
    FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, ".tmp-*")) {
      for (Path folder : left) {
        if (NAME.matcher(folder.getFileName().toString()).matches()
            && Files.getLastModifiedTime(folder).compareTo(yesterday) < 0) {
          delete(folder);
        }
      }
    } catch (DirectoryIteratorException | NoSuchFileException e) {
      // Somebody else sweeps as well.
    }
  }

  /**
   * A name inside a folder that nobody else has: a process has its id, and a call its number.
   * Java's own temporary names are random, for which it sets up a generator that takes longer than
   * most builds with nothing to do can spare.
   */
  public static Path name(Path parent) {
    return parent.resolve(
        ".tmp-%d-%d-%d"
            .formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet(), System.nanoTime()));
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try {
      delete(path);
    } finally {
      shutdown.close();
    }
  }

  private void deleteQuietly() {
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        delete(path);
        return;
      } catch (IOException e) {
        // A process that is being ended may still write into it.
        LockSupport.parkNanos(PAUSE.toNanos());
      }
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
