package io.github.rustcross.inspect;

import java.util.Objects;
import java.util.Optional;

/**
 * A function that a PE image imports.
 *
 * @param name its name; empty when it is asked for by its ordinal
 * @param ordinal its ordinal, or the hint where its name may be found, 0 to 65535
 */
public record PeFunction(Optional<String> name, int ordinal) {

  /** Checks the parts. */
  public PeFunction {
    Objects.requireNonNull(name, "name");
  }
}
