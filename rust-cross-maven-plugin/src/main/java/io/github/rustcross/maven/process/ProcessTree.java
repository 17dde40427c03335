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
  private final Thread hook;

  private ProcessTree(Process root) {
    this.root = root;
    this.hook = new Thread(this::end, "end of process " + root.pid());
  }

  static ProcessTree guard(Process root) {
    ProcessTree tree = new ProcessTree(root);
    try {
      Runtime.getRuntime().addShutdownHook(tree.hook);
    } catch (IllegalStateException e) {
      // The JVM is on its way out already.
      tree.end();
    }
    return tree;
  }

  @Override
  public void close() {
    if (root.isAlive()) {
      end();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is on its way out and the hook runs: it finds nothing left to do.
      return;
    }
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
