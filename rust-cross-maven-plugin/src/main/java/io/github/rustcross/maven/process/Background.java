package io.github.rustcross.maven.process;

import io.github.rustcross.maven.problem.ProblemException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own, beside what the caller does: a build with nothing to do consists of
 * waiting for short processes and of work that is done once, and most of it can go on at once.
 */
public final class Background<T> {
  private final FutureTask<T> task;

  private Background(FutureTask<T> task) {
    this.task = task;
  }

  /** What is worked out. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Works it out.
     *
     * @throws ProblemException if it cannot be had
     */
    T get() throws ProblemException;
  }

  /** Begins; the thread does not keep the JVM from ending. */
  public static <T> Background<T> start(String name, Work<T> work) {
    Background<T> background = new Background<>(new FutureTask<>(work::get));
    Thread thread = new Thread(background.task, name);
    thread.setDaemon(true);
    thread.start();
    return background;
  }

  /** Begins work of which nothing comes, as {@link #start}. */
  public static void run(String name, Runnable work) {
    start(
        name,
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * What came of it.
   *
   * @throws ProblemException what the work threw
   */
  public T await() throws ProblemException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
