package io.github.rustcross.maven.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What a process prints, line by line, read on a thread of its own. */
final class OutputLines {
  /** No line is too long. */
  static final int ANY_LENGTH = Integer.MAX_VALUE;

  private static final int BLOCK = 8192;

  private OutputLines() {}

  static Thread reader(
      String name,
      InputStream stream,
      Consumer<InputStream> reader,
      Consumer<RuntimeException> failed) {
    Thread thread =
        new Thread(
            () -> {
              try {
                reader.accept(stream);
              } catch (RuntimeException e) {
                failed.accept(e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /**
   * Hands lines on until the stream ends; a carriage return ends a line too, as programs use it for
   * progress.
   *
   * @param longest the number of characters at which a line is handed on in parts
   */
  static void drain(InputStream stream, Consumer<String> consumer, int longest) {
    Consumer<String> lines =
        line -> {
          // What a process says of being ended is of no use.
          Shutdown.stayIfBegun();
          consumer.accept(line);
        };
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      StringBuilder line = new StringBuilder();
      char[] block = new char[BLOCK];
      boolean returned = false;
      int count;
      while ((count = reader.read(block)) >= 0) {
        int start = 0;
        for (int i = 0; i < count; i++) {
          char character = block[i];
          boolean ends = character == '\n' || character == '\r';
          if (!ends && !returned && line.length() + i - start < longest) {
            continue;
          }
          line.append(block, start, i - start);
          if (character == '\n' || returned && line.length() > 0 || line.length() >= longest) {
            lines.accept(line.toString());
            line.setLength(0);
          }
          returned = character == '\r';
          start = ends ? i + 1 : i;
        }
        line.append(block, start, count - start);
      }
      if (line.length() > 0) {
        lines.accept(line.toString());
      }
    } catch (IOException e) {
      // The stream of a process that was ended closes under its reader: nothing is lost by that.
      lines.accept("(output ends here: " + e.getMessage() + ")");
    }
  }
}
