package io.github.rustcross.maven.rust;

import java.util.stream.Collectors;

/** What rustup says when it fails, without its progress and without the stack of its functions. */
final class RustupWords {
  private RustupWords() {}

  static String errors(String stderr) {
    int stack = stderr.indexOf("\nStack backtrace:");
    String told = stack < 0 ? stderr : stderr.substring(0, stack);
    return told.lines()
        .filter(line -> !line.startsWith("info: "))
        .collect(Collectors.joining("\n"))
        .strip();
  }
}
