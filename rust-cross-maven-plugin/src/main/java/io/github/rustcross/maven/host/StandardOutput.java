package io.github.rustcross.maven.host;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What {@code mvn -q … > file} catches, and nothing else: Maven's own log has levels in front. */
public final class StandardOutput {
  private StandardOutput() {}

  /** Writes a text as it is, in UTF-8. */
  public static void write(String text) {
    PrintStream out = System.out;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }
}
