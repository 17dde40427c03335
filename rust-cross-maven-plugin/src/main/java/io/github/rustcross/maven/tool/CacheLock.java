package io.github.rustcross.maven.tool;

import io.github.rustcross.maven.process.Shutdown;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock that threads of this build and other processes respect. The file stays, the lock is gone
 * with the process, however that ends.
 */
public final class CacheLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CacheLock.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration SILENT = Duration.ofSeconds(1);

  private final FileChannel channel;

  private CacheLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock; after a second a line in the log says for what.
   *
   * @param file the lock's file; its folder is made
   * @param what what it guards, in the words of a user
   * @throws IOException if the file cannot be written
   */
  public static CacheLock acquire(Path file, String what) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      for (long waited = 0; !isLocked(channel); waited++) {
        if (waited == SILENT.dividedBy(POLL)) {
          LOG.info("Waiting for another build that holds {} (lock {})", what, file);
        }
        LockSupport.parkNanos(POLL.toNanos());
        Shutdown.stayIfBegun();
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted");
        }
      }
      return new CacheLock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this JVM holds it.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
