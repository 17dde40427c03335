package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The symbol versions that systems with a glibc of some version have of other libraries.
 *
 * @param glibc the glibc version from which on this holds
 * @param versions the newest version that they have by prefix, {@code GLIBCXX} to {@code 3.4.19}
 */
public record LibcCompanions(String glibc, Map<String, String> versions) {
  /** Copies the map and keeps its order. */
  public LibcCompanions {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }
}
