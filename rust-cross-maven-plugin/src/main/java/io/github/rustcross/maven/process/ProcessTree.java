package io.github.rustcross.maven.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process with all that it started, ended together: when the caller leaves early, and when the
 * JVM is told to stop (Ctrl-C, kill).
 */
final class ProcessTree implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final Process root;
  private final Runnable last;
  private final Shutdown shutdown;

  private ProcessTree(Process root, Runnable last) {
    this.root = root;
    this.last = last;
    this.shutdown = Shutdown.then("end of process " + root.pid(), this::end);
  }

  static ProcessTree guard(Process root) {
    return guard(root, () -> {});
  }

  /**
   * Guards a process.
   *
   * @param last what else has to be done whenever the tree is ended early, after that
   */
  static ProcessTree guard(Process root, Runnable last) {
    return new ProcessTree(root, last);
  }

  @Override
  public void close() {
    if (root.isAlive()) {
      end();
    }
    shutdown.close();
  }

  /** Asks all to end, waits, and forces those that do not. */
  void end() {
    List<ProcessHandle> all = new ArrayList<>(root.descendants().toList());
    // The root first, so that it starts nothing new; then whoever appeared in the meantime.
    root.descendants().filter(handle -> !all.contains(handle)).forEach(all::add);
    root.destroy();
    all.forEach(ProcessHandle::destroy);
    all.add(root.toHandle());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (ProcessHandle handle : all) {
      try {
        // Together they have so long: a hundred that ignore it must not take a hundred times that.
        handle.onExit().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException | TimeoutException e) {
        handle.descendants().forEach(ProcessHandle::destroyForcibly);
        handle.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        handle.destroyForcibly();
      }
    }
    last.run();
  }
}
