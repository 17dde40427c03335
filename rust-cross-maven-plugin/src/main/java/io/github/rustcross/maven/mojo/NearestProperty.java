package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.TargetCatalog;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the properties that somebody may have meant. */
final class NearestProperty {
  private static final int SHORTEST = 4;

  private NearestProperty() {}

  /**
   * Those that differ in case only, else those that are spelled alike, else those it is part of.
   */
  static List<String> of(String name, Collection<String> known) {
    List<String> sameButCase =
        known.stream().filter(property -> property.equalsIgnoreCase(name)).toList();
    if (!sameButCase.isEmpty()) {
      return sameButCase;
    }
    List<String> alike = TargetCatalog.nearest(name, known);
    if (!alike.isEmpty()) {
      return alike;
    }
    String word = word(name);
    return known.stream()
        .filter(property -> word.length() >= SHORTEST && word(property).contains(word))
        .toList();
  }

  private static String word(String property) {
    return property.substring(property.indexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
