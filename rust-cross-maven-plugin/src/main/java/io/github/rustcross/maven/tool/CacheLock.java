package io.github.rustcross.maven.tool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock that threads of this build and other processes respect. The file stays, the lock is gone
 * with the process, however that ends.
 */
public final class CacheLock implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  private final FileChannel channel;

  private CacheLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock.
   *
   * @param file the lock's file; its folder is made
   * @throws IOException if the file cannot be written
   */
  public static CacheLock acquire(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (true) {
        try {
          FileLock lock = channel.lock();
          if (lock.isValid()) {
            return new CacheLock(channel);
          }
        } catch (OverlappingFileLockException e) {
          // Another thread of this JVM holds it, for which the system offers no way of waiting.
          LockSupport.parkNanos(POLL.toNanos());
          if (Thread.currentThread().isInterrupted()) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
          }
        }
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
