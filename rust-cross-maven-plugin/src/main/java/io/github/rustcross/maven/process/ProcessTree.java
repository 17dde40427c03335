package io.github.rustcross.maven.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process with all that it started, ended together: when the caller leaves early, and when the
 * JVM is told to stop (Ctrl-C, kill).
 */
final class ProcessTree implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(5);
  static final long PAUSE_MILLIS = 10;

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
    awaitEnd(all);
    for (ProcessHandle handle : all) {
      if (handle.isAlive()) {
        handle.descendants().forEach(ProcessHandle::destroyForcibly);
        handle.destroyForcibly();
      }
    }
    last.run();
  }

  /**
   * Together they have so long: a hundred that ignore it must not take a hundred times that. Java's
   * own waiting looks at processes that are no children of the JVM three times a second only.
   */
  private static void awaitEnd(List<ProcessHandle> processes) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (processes.stream().anyMatch(ProcessTree::isRunning) && System.nanoTime() < deadline) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that ended and that nobody has waited for is alive to Java, but has no program. */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
