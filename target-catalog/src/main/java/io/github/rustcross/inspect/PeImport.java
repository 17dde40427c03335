package io.github.rustcross.inspect;

import java.util.List;
import java.util.Objects;

/**
 * A DLL that a PE image imports, and what it imports of it.
 *
 * @param library the DLL's name as it stands in the file
 * @param delayed whether it is loaded only when one of the functions is called
 * @param functions the functions, in the file's order
 */
public record PeImport(String library, boolean delayed, List<PeFunction> functions) {

  /** Copies the list. */
  public PeImport {
    Objects.requireNonNull(library, "library");
    functions = List.copyOf(functions);
  }
}
