package io.github.rustcross.inspect;

import java.util.Objects;

/**
 * A stretch of a file that has a name of its own.
 *
 * @param name the section's or segment's name, e.g. {@code .rodata} or {@code __TEXT}
 * @param offset in bytes from the start of the file, 0 and up
 * @param size in bytes, 0 and up
 */
public record FileRegion(String name, long offset, long size) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public FileRegion {
    Objects.requireNonNull(name, "name");
    if (offset < 0 || size < 0) {
      throw new IllegalArgumentException("region " + name + " has a negative offset or size");
    }
  }

  boolean holds(long position) {
    return position >= offset && position - offset < size;
  }
}
