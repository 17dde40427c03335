package io.github.rustcross.verify;

import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.ElfDetails;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The oldest glibc that a file runs with.
 *
 * @param version the version
 * @param marker the version need without a number that asks for it; empty where symbols do
 */
record GlibcNeed(GlibcVersion version, Optional<String> marker) {

  static Optional<GlibcNeed> of(Inspection measured, ElfDetails elf, Target target) {
    Optional<GlibcNeed> highest =
        measured.glibc().map(version -> new GlibcNeed(version, Optional.empty()));
    for (Map.Entry<String, String> marker :
        target.libc().map(Libc::markers).orElse(Map.of()).entrySet()) {
      Optional<GlibcVersion> since = GlibcVersion.parse(marker.getValue());
      boolean needed =
          elf.symbols().versions().stream().anyMatch(need -> need.name().equals(marker.getKey()));
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

  /** The words for the catalog's texts. */
  Map<String, String> words(ElfDetails elf, GlibcVersion floor) {
    Map<String, String> words = new HashMap<>(SymbolNeeds.newerThan(elf, floor).words());
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
