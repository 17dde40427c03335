package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that libraries for the JVM use for platforms in the paths of their jars, in lower case.
 * What a word means is told in the words of rustc: {@code linux}, {@code macos}; {@code x86_64}.
 *
 * @param systems the words for each operating system
 * @param architectures the words for each architecture
 * @param libcs the words for each C library
 * @param usualLibcs the C library that a system without such a word means
 * @param platforms words that mean system and architecture together, such as {@code linux64}: what
 *     they mean is {@code system-architecture}
 * @param suffixes the endings of libraries' file names on each operating system
 */
public record PlaceWords(
    Map<String, List<String>> systems,
    Map<String, List<String>> architectures,
    Map<String, List<String>> libcs,
    Map<String, String> usualLibcs,
    Map<String, String> platforms,
    Map<String, List<String>> suffixes) {
  /** None. */
  public static final PlaceWords NONE =
      new PlaceWords(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /** Copies the maps and keeps their order. */
  public PlaceWords {
    systems = Collections.unmodifiableMap(new LinkedHashMap<>(systems));
    architectures = Collections.unmodifiableMap(new LinkedHashMap<>(architectures));
    libcs = Collections.unmodifiableMap(new LinkedHashMap<>(libcs));
    usualLibcs = Collections.unmodifiableMap(new LinkedHashMap<>(usualLibcs));
    platforms = Collections.unmodifiableMap(new LinkedHashMap<>(platforms));
    suffixes = Collections.unmodifiableMap(new LinkedHashMap<>(suffixes));
  }
}
