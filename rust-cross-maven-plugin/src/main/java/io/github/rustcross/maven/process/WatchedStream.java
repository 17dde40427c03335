package io.github.rustcross.maven.process;

import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a watched program prints on one stream, up to the mark that its guard prints after it: what
 * runs on behind the program, such as the services of a Windows, may hold the stream open for long.
 */
final class WatchedStream {
  /** A line is handed on in parts of so many characters. */
  private static final int LONGEST_LINE = 1 << 16;

  private static final long CLOSING_MILLIS = 2;

  private final String mark;
  private final Consumer<String> lines;
  private final CountDownLatch ended = new CountDownLatch(1);
  private Thread thread = Thread.currentThread();

  private WatchedStream(String mark, Consumer<String> lines) {
    this.mark = mark;
    this.lines = lines;
  }

  /**
   * Begins to read.
   *
   * @param mark what ends the stream, if it comes
   * @param failed is told what the consumer throws
   */
  static WatchedStream of(
      String name,
      InputStream stream,
      String mark,
      Consumer<String> lines,
      Consumer<RuntimeException> failed) {
    WatchedStream watched = new WatchedStream(mark, lines);
    watched.thread =
        OutputLines.reader(
            name,
            stream,
            input -> {
              try {
                OutputLines.drain(input, watched::line, LONGEST_LINE);
              } finally {
                watched.ended.countDown();
              }
            },
            failed);
    return watched;
  }

  private void line(String line) {
    if (ended.getCount() == 0) {
      return;
    }
    if (!line.endsWith(mark)) {
      lines.accept(line);
      return;
    }
    // The program need not have ended its last line.
    String last = line.substring(0, line.length() - mark.length());
    if (!last.isEmpty()) {
      lines.accept(last);
    }
    ended.countDown();
  }

  /** Waits for the mark or the end, but not for ever. */
  void await() throws InterruptedException {
    ended.await(ProcessRunner.LINGERING_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Whether somebody can still write. */
  boolean isOpen() throws InterruptedException {
    // The mark comes just before the end.
    thread.join(CLOSING_MILLIS);
    return thread.isAlive();
  }
}
