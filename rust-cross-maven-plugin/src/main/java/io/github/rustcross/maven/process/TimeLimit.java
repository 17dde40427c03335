package io.github.rustcross.maven.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs processes that should not take long, and ends those that do. */
public final class TimeLimit {
  private final ProcessRunner processes;
  private final Duration limit;

  /**
   * A limit.
   *
   * @param limit how long a process may take
   */
  public TimeLimit(ProcessRunner processes, Duration limit) {
    this.processes = processes;
    this.limit = limit;
  }

  /**
   * Runs a process and keeps what it prints.
   *
   * @return what it left behind; empty if it took too long and was ended, with all it had started
   * @throws IOException if it cannot be started, or if this thread is interrupted
   */
  public Optional<ProcessOutput> capture(Command command) throws IOException {
    FutureTask<ProcessOutput> task = new FutureTask<>(() -> processes.capture(command));
    Thread thread = new Thread(task, "limited process");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      end(thread);
      return Optional.empty();
    } catch (InterruptedException e) {
      end(thread);
      throw Interruption.of(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** The thread ends its processes when it is interrupted, and itself after that. */
  private static void end(Thread thread) throws InterruptedIOException {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }
}
