package io.github.rustcross.inspect;

import java.util.Objects;

/**
 * A place in a file where one of the texts is that were looked for.
 *
 * @param text the text looked for
 * @param offset where it begins, in bytes from the start of the file
 * @param region the name of the section or segment it is in; empty text where the whole file was
 *     searched
 * @param line the text and what follows it up to the next byte that is no printable ASCII, at most
 *     512 bytes: of a path, usually, the rest of it
 */
public record TextOccurrence(String text, long offset, String region, String line) {

  /** Checks the parts. */
  public TextOccurrence {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(line, "line");
  }
}
