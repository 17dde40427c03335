package io.github.rustcross.catalog;

/**
 * Where a value comes from, for the person who asks why it is what it is.
 *
 * @param source a file, a catalog with its version, {@code POM}, {@code command line}, …
 * @param line the line in that file, counted from 1; 0 where lines mean nothing
 * @param column the column in that line, counted from 1; 0 where lines mean nothing
 */
public record Origin(String source, int line, int column) {
  /** An origin that has no lines. */
  public static Origin of(String source) {
    return new Origin(source, 0, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
