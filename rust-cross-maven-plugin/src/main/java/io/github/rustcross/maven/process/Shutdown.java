package io.github.rustcross.maven.process;

import java.util.concurrent.locks.LockSupport;

/**
 * What has to be done when the JVM is told to stop (Ctrl-C, kill) before the work it belongs to is
 * done.
 */
public final class Shutdown implements AutoCloseable {
  /** Less than users notice, and enough for a signal that cargo got too to reach the JVM. */
  private static final long SIGNAL_MILLIS = 300;

  /** Exit codes above are 128 and the number of the signal that ended a process. */
  private static final int SIGNALLED = 128;

  private final Thread hook;

  private Shutdown(Thread hook) {
    this.hook = hook;
  }

  /**
   * From now on, and until it is closed, that is done when the JVM is told to stop. If it is being
   * stopped already, that is done at once and nothing after it.
   */
  public static Shutdown then(String name, Runnable work) {
    Thread hook = new Thread(work, name);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      work.run();
      stay();
    }
    return new Shutdown(hook);
  }

  /** Does not return when the JVM is being stopped: nothing more is to be started or logged. */
  public static void stayIfBegun() {
    if (hasBegun()) {
      stay();
    }
  }

  /** The same after a process ended: Ctrl-C reaches processes and the JVM one after the other. */
  static void stayIfBegun(int exitCode) throws InterruptedException {
    if (exitCode > SIGNALLED && !hasBegun()) {
      Thread.sleep(SIGNAL_MILLIS);
    }
    stayIfBegun();
  }

  /** Whether the JVM is being stopped. */
  static boolean hasBegun() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      // The only way that the JVM tells.
      return true;
    }
  }

  private static void stay() {
    while (true) {
      // An interrupt would make each further wait end at once.
      Thread.interrupted();
      LockSupport.park();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      stay();
    }
  }
}
