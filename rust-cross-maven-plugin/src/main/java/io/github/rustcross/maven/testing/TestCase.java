package io.github.rustcross.maven.testing;

import java.util.Optional;

/**
 * One test.
 *
 * @param name its name as the test program prints it, such as {@code tests::adds} or {@code
 *     src/lib.rs - add (line 3)}
 * @param outcome what came of it
 */
public record TestCase(String name, Outcome outcome) {
  /** What came of a test. */
  public sealed interface Outcome {}

  /** It passed. */
  public record Passed() implements Outcome {}

  /**
   * It was left out.
   *
   * @param reason what the source says of it
   */
  public record Ignored(Optional<String> reason) implements Outcome {}

  /**
   * It failed: an assertion, a panic, an {@code Err}.
   *
   * @param message the first telling line
   * @param output all that the test printed
   */
  public record Failed(String message, String output) implements Outcome {}

  /**
   * It has no result of its own: its program was ended before, or could not be run.
   *
   * @param message what happened
   * @param output what the program printed last
   */
  public record Broken(String message, String output) implements Outcome {}

  /** Whether it neither passed nor was left out. */
  public boolean isBad() {
    return outcome instanceof Failed || outcome instanceof Broken;
  }
}
