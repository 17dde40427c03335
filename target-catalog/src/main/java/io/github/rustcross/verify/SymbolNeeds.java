package io.github.rustcross.verify;

import io.github.rustcross.inspect.ElfVersionNeeded;
import io.github.rustcross.inspect.GlibcVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Symbols that a file needs in some versions, newest versions first.
 *
 * @param symbols with their versions
 */
record SymbolNeeds(List<Versioned> symbols) {
  /** The word in checks with all symbols' names, separated by blanks. */
  static final String NAMES = "symbolNames";

  private static final String PREFIX = "GLIBC_";
  private static final int SHOWN = 4;

  /** A symbol and the version of it that is needed. */
  record Versioned(String symbol, String version) {}

  static SymbolNeeds newerThan(List<ElfVersionNeeded> needs, GlibcVersion floor) {
    List<ElfVersionNeeded> newer =
        needs.stream()
            .filter(need -> version(need).filter(at -> at.compareTo(floor) > 0).isPresent())
            .sorted(Comparator.comparing((ElfVersionNeeded need) -> version(need).get()).reversed())
            .toList();
    return of(newer);
  }

  static SymbolNeeds of(List<ElfVersionNeeded> needs) {
    List<Versioned> symbols = new ArrayList<>();
    for (ElfVersionNeeded need : needs) {
      need.symbols().forEach(symbol -> symbols.add(new Versioned(symbol, need.name())));
    }
    return new SymbolNeeds(symbols);
  }

  private static Optional<GlibcVersion> version(ElfVersionNeeded need) {
    return need.name().startsWith(PREFIX)
        ? GlibcVersion.parse(need.name().substring(PREFIX.length()))
        : Optional.empty();
  }

  /** The words for the catalog's texts. */
  Map<String, String> words() {
    String shown =
        symbols.stream()
            .limit(SHOWN)
            .map(need -> need.symbol() + "@" + need.version())
            .collect(Collectors.joining(", "));
    int more = symbols.size() - SHOWN;
    return Map.of(
        "symbols",
        symbols.isEmpty()
            ? "something without a name"
            : shown + (more > 0 ? " and " + more + " more" : ""),
        NAMES,
        symbols.stream().map(Versioned::symbol).distinct().collect(Collectors.joining(" ")));
  }
}
