package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A library that crates look for on the system they are built for.
 *
 * @param name its name in {@code libraries:}
 * @param description how people call it: {@code OpenSSL}
 * @param pkgConfig its modules, as pkg-config calls them
 * @param packages the packages with its headers, by the name of the distribution
 * @param partOf the targets whose system always has it
 * @param origin where the catalog says so
 */
public record Library(
    String name,
    String description,
    List<String> pkgConfig,
    Map<String, List<String>> packages,
    TargetSet partOf,
    Origin origin) {
  /** Copies the collections. */
  public Library {
    pkgConfig = List.copyOf(pkgConfig);
    packages = Collections.unmodifiableMap(new LinkedHashMap<>(packages));
  }
}
