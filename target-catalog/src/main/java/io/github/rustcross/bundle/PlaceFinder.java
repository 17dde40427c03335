package io.github.rustcross.bundle;

import io.github.rustcross.catalog.PlaceWords;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.Inspection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the words for platforms in paths, and compares them with what a binary is. */
final class PlaceFinder {
  private static final String UNIVERSAL = "universal";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

  /** What one word says. */
  private record Meaning(Set<String> systems, Set<String> architectures, Set<String> libcs) {
    Meaning() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    void add(Meaning other) {
      systems.addAll(other.systems);
      architectures.addAll(other.architectures);
      libcs.addAll(other.libcs);
    }
  }

  private final PlaceWords words;
  private final Map<String, Meaning> meanings = new HashMap<>();
  private final int longest;

  PlaceFinder(PlaceWords words) {
    this.words = words;
    words.systems().forEach((system, all) -> all.forEach(word -> of(word).systems.add(system)));
    words
        .architectures()
        .forEach((arch, all) -> all.forEach(word -> of(word).architectures.add(arch)));
    words.libcs().forEach((libc, all) -> all.forEach(word -> of(word).libcs.add(libc)));
    words
        .platforms()
        .forEach(
            (word, platform) -> {
              int dash = platform.indexOf('-');
              of(word).systems.add(platform.substring(0, Math.max(dash, 0)));
              of(word).architectures.add(platform.substring(dash + 1));
            });
    longest = meanings.keySet().stream().mapToInt(word -> parts(word).size()).max().orElse(0);
  }

  private Meaning of(String word) {
    return meanings.computeIfAbsent(String.join("_", parts(word)), key -> new Meaning());
  }

  private static List<String> parts(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /**
   * What a path says.
   *
   * @param path with {@code /} between folders; a jar within a jar counts as a folder
   * @param around the name of the file that all of it lies in, which only says of what C library
   *     the whole is; empty text if there is none
   */
  Place find(String path, String around) {
    List<String> segments = new ArrayList<>(List.of(path.split("[/\\\\]+")));
    Collections.reverse(segments);
    Meaning name = read(segments.get(0));
    Meaning folder = new Meaning();
    Set<String> libcs = name.libcs;
    for (String segment : segments.subList(1, segments.size())) {
      Meaning said = read(segment);
      fill(folder.systems, said.systems);
      fill(folder.architectures, said.architectures);
      fill(libcs, said.libcs);
    }
    // "mac" and "win" mean many things in names, unless a processor stands with them.
    if (!folder.systems.isEmpty() && name.architectures.isEmpty()) {
      name.systems.clear();
    }
    fill(libcs, read(around).libcs);
    for (Meaning part : List.of(name, folder)) {
      part.systems.stream()
          .map(words.usualLibcs()::get)
          .filter(usual -> usual != null && libcs.isEmpty())
          .findFirst()
          .ifPresent(libcs::add);
    }
    return new Place(said(folder), said(name), List.copyOf(libcs));
  }

  private static Place.Words said(Meaning meaning) {
    return new Place.Words(List.copyOf(meaning.systems), List.copyOf(meaning.architectures));
  }

  /** The nearest that says something counts. */
  private static void fill(Set<String> said, Set<String> further) {
    if (said.isEmpty()) {
      said.addAll(further);
    }
  }

  /** The longest word first, so that x86_64 is not read as x86. */
  private Meaning read(String segment) {
    List<String> parts = parts(segment);
    Meaning said = new Meaning();
    for (int at = 0; at < parts.size(); ) {
      int length = Math.min(longest, parts.size() - at);
      while (length > 0 && !meanings.containsKey(join(parts, at, length))) {
        length--;
      }
      if (length > 0) {
        said.add(meanings.get(join(parts, at, length)));
      }
      at += Math.max(length, 1);
    }
    return said;
  }

  private static String join(List<String> parts, int at, int length) {
    return String.join("_", parts.subList(at, at + length));
  }

  /** Whether a binary is what its place says. */
  static boolean fits(Place place, Inspection inspection, BinaryPlatform platform) {
    return fits(place.folder(), inspection, platform)
        && fits(place.name(), inspection, platform)
        && (place.libcs().isEmpty()
            || platform.libc().isEmpty()
            || place.libcs().contains(platform.libc().get()));
  }

  private static boolean fits(Place.Words words, Inspection inspection, BinaryPlatform platform) {
    boolean system =
        words.systems().isEmpty() || !Collections.disjoint(words.systems(), platform.systems());
    boolean universal = inspection.format() == BinaryFormat.MACH_O;
    List<String> architectures =
        words.architectures().stream()
            .filter(word -> universal || !word.equals(UNIVERSAL))
            .toList();
    boolean architecture =
        architectures.isEmpty()
            || architectures.contains(inspection.architecture())
            || !Collections.disjoint(architectures, platform.architectures());
    return system && architecture;
  }
}
