package io.github.rustcross.catalog;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a target as rustc spells it, such as {@code aarch64-unknown-linux-gnu}.
 *
 * @param value the triple: lower-case letters, digits, {@code _}, {@code .} and {@code -}
 */
public record TargetTriple(String value) implements Comparable<TargetTriple> {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9_.]+(-[a-z0-9_.]+)+");

  /**
   * Checks the shape of the name, not whether such a target exists.
   *
   * @throws IllegalArgumentException if {@code value} cannot be the name of a target
   */
  public TargetTriple {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a target triple: '" + value + "'");
    }
  }

  /** Whether {@code text} has the shape of a triple. */
  public static boolean isTriple(String text) {
    return SHAPE.matcher(text).matches();
  }

  /**
   * The spelling that the {@code cc} crate accepts in variable names, {@code
   * aarch64_unknown_linux_gnu} for {@code CC_aarch64_unknown_linux_gnu}.
   */
  public String underscored() {
    return value.replace('-', '_').replace('.', '_');
  }

  /**
   * The spelling in cargo's variables, {@code AARCH64_UNKNOWN_LINUX_GNU} for {@code
   * CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER} (The Cargo Book, "Environment variables").
   */
  public String shouted() {
    return underscored().toUpperCase(Locale.ROOT);
  }

  @Override
  public int compareTo(TargetTriple other) {
    return value.compareTo(other.value);
  }

  // Those that a record has by itself are put together when they are first called, which takes a
  // fresh JVM tens of milliseconds.
  @Override
  public boolean equals(Object other) {
    return other instanceof TargetTriple triple && value.equals(triple.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
