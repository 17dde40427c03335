package io.github.rustcross.maven.plan;

import java.util.List;

/**
 * Something that makes a library unnecessary or brings it here.
 *
 * @param what what it does, in words
 * @param lines lines to copy: of a Cargo.toml, or a parameter
 */
public record Advice(String what, List<String> lines) {
  /** Copies the list. */
  public Advice {
    lines = List.copyOf(lines);
  }
}
