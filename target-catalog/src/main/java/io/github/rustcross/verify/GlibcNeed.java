package io.github.rustcross.verify;

import io.github.rustcross.inspect.ElfVersionNeeded;
import io.github.rustcross.inspect.GlibcVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The oldest glibc that a file runs with.
 *
 * @param version the version
 * @param marker the version need without a number that asks for it; empty where symbols do
 */
public record GlibcNeed(GlibcVersion version, Optional<String> marker) {

  /**
   * The need of a file.
   *
   * @param measured the newest of the versions that have a number
   * @param needs all versions that the file needs
   * @param markers the versions without a number, and the glibc that each came with
   * @return empty if it needs nothing of glibc
   */
  public static Optional<GlibcNeed> of(
      Optional<GlibcVersion> measured, List<ElfVersionNeeded> needs, Map<String, String> markers) {
    Optional<GlibcNeed> highest = measured.map(version -> new GlibcNeed(version, Optional.empty()));
    for (Map.Entry<String, String> marker : markers.entrySet()) {
      Optional<GlibcVersion> since = GlibcVersion.parse(marker.getValue());
      boolean needed = needs.stream().anyMatch(need -> need.name().equals(marker.getKey()));
      boolean higher =
          needed
              && since.isPresent()
              && highest.filter(known -> known.version().compareTo(since.get()) >= 0).isEmpty();
      if (higher) {
        highest = Optional.of(new GlibcNeed(since.get(), Optional.of(marker.getKey())));
      }
    }
    return highest;
  }

  /**
   * The words for the catalog's texts: the symbols that are newer than a floor.
   *
   * @param needs all versions that the file needs
   */
  public Map<String, String> words(List<ElfVersionNeeded> needs, GlibcVersion floor) {
    Map<String, String> words = new HashMap<>(SymbolNeeds.newerThan(needs, floor).words());
    marker.ifPresent(
        name -> words.merge("symbols", name, (symbols, first) -> first + " and " + symbols));
    words.put("version", version.toString());
    return words;
  }

  @Override
  public String toString() {
    return version + marker.map(name -> " (" + name + ")").orElse("");
  }
}
