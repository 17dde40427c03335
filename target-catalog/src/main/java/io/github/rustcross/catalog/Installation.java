package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How something is installed on a machine. Texts are templates, see {@code
 * io.github.rustcross.toolchain.Template}.
 *
 * @param packages the packages by the name of the package manager that has them; one whose text has
 *     an unknown {@code {word?}} is left out
 * @param command a command line for machines on which none of them serves
 */
public record Installation(Map<String, List<String>> packages, Optional<String> command) {
  /** Nothing is known. */
  public static final Installation NONE = new Installation(Map.of(), Optional.empty());

  /** Copies the map and keeps its order. */
  public Installation {
    packages = Collections.unmodifiableMap(new LinkedHashMap<>(packages));
  }
}
