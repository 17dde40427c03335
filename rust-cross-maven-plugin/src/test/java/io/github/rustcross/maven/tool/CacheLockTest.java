package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.maven.fixture.RecordedLog;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The lock of a cache")
@Timeout(20)
class CacheLockTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("lets a second thread in when the first has left")
  void waits() throws Exception {
    Path file = folder.resolve("locks/tool.lock");
    List<String> events = new CopyOnWriteArrayList<>();
    CountDownLatch started = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<?> second;
      try (CacheLock lock = CacheLock.acquire(file, "the tool")) {
        second =
            threads.submit(
                () -> {
                  started.countDown();
                  try (CacheLock other = CacheLock.acquire(file, "the tool")) {
                    events.add("second is in");
                  }
                  return null;
                });
        started.await();
        events.add("first leaves");
      }
      second.get(10, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }

    assertThat(events).containsExactly("first leaves", "second is in");
  }

  @Test
  @DisplayName("says once what it waits for, after a second")
  void says() throws Exception {
    Path file = folder.resolve("tool.lock");
    CacheLock first = CacheLock.acquire(file, "the tool");
    CompletableFuture<Void> leaves =
        CompletableFuture.runAsync(
            () -> {
              try {
                first.close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS));

    try (RecordedLog log = new RecordedLog();
        CacheLock second = CacheLock.acquire(file, "the tool")) {
      assertThat(log.lines())
          .containsExactly(
              "info: Waiting for another build that holds the tool (lock %s)".formatted(file));
    }
    leaves.join();
  }

  @Test
  @DisplayName("says nothing where nobody holds it")
  void silent() throws Exception {
    try (RecordedLog log = new RecordedLog();
        CacheLock lock = CacheLock.acquire(folder.resolve("tool.lock"), "the tool")) {
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  @DisplayName("is not waited for any longer when the thread is interrupted")
  void interrupted() throws Exception {
    Path file = folder.resolve("tool.lock");
    try (CacheLock lock = CacheLock.acquire(file, "the tool")) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> CacheLock.acquire(file, "the tool"));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  @DisplayName("lets one in at a time")
  void oneAtATime() throws Exception {
    Path file = folder.resolve("tool.lock");
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int i = 0; i < 8; i++) {
        threads.submit(
            () -> {
              try (CacheLock lock = CacheLock.acquire(file, "the tool")) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
              }
              return null;
            });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.shutdownNow();
    }

    assertThat(most).hasValue(1);
  }

  @Test
  @DisplayName("holds nobody up who asks for another file")
  void otherFile() throws Exception {
    try (CacheLock one = CacheLock.acquire(folder.resolve("one.lock"), "one");
        CacheLock other = CacheLock.acquire(folder.resolve("other.lock"), "other")) {
      assertThat(folder.resolve("one.lock")).exists();
      assertThat(folder.resolve("other.lock")).exists();
    }
  }
}
