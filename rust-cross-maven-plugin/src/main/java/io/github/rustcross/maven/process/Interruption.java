package io.github.rustcross.maven.process;

import java.io.InterruptedIOException;

/** What an interrupted thread throws. */
public final class Interruption {
  private Interruption() {}

  /** An exception to be thrown; the thread is marked as interrupted again. */
  public static InterruptedIOException of(InterruptedException cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException exception = new InterruptedIOException("interrupted");
    exception.initCause(cause);
    return exception;
  }
}
