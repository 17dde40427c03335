package io.github.rustcross.diagnose;

/**
 * What a failed program printed.
 *
 * @param errors its error messages, in the order in which they were printed
 * @param all these and everything else, above all warnings
 */
public record Symptoms(String errors, String all) {
  /** Of a program that does not tell errors from the rest. */
  public static Symptoms of(String output) {
    return new Symptoms(output, output);
  }
}
