package io.github.rustcross.catalog;

/**
 * Where a value comes from, for the person who asks why it is what it is.
 *
 * @param source a file, a catalog with its version, {@code POM}, {@code command line}, …
 * @param line the line in that file, counted from 1; 0 where lines mean nothing
 * @param column the column in that line, counted from 1; 0 where columns mean nothing, as in the
 *     catalog that this library brings along: nobody opens it in an editor
 */
public record Origin(String source, int line, int column) {
  /** An origin that has no lines. */
  public static Origin of(String source) {
    return new Origin(source, 0, 0);
  }

  /** Such as {@code company.yaml:12:5}, {@code catalog 1.2.0, line 412}, {@code POM}. */
  @Override
  public String toString() {
    if (line == 0) {
      return source;
    }
    return column == 0 ? source + ", line " + line : source + ":" + line + ":" + column;
  }
}
