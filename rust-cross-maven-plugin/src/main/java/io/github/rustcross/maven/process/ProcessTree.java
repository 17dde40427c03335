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
  private final Shutdown shutdown;

  private ProcessTree(Process root) {
    this.root = root;
    this.shutdown = Shutdown.then("end of process " + root.pid(), this::end);
  }

  static ProcessTree guard(Process root) {
    return new ProcessTree(root);
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
    for (ProcessHandle handle : all) {
      try {
        handle.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        handle.descendants().forEach(ProcessHandle::destroyForcibly);
        handle.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        handle.destroyForcibly();
      }
    }
  }
}
