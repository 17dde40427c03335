package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells an entry that an overlay adds from one that it means to change and misspells: that one
 * lacks what every entry needs.
 */
final class NewEntries {
  private static final String FAMILY = "family";

  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "targets", List.of("description", "tier", "std", "platform", "binary", "files", "names"),
          "toolchains", List.of("description", "glibcFloor"),
          "runners", List.of("description"),
          "downloads", List.of("version", "sources"),
          "archives", List.of("description", "keys"),
          "sysroots", List.of("description"),
          "diagnostics", List.of("stage", "what", "why", "fix", "evidence", "source"));

  private final Mapping base;

  NewEntries(Mapping base) {
    this.base = base;
  }

  /**
   * The problem that an entry is neither in the catalog nor complete.
   *
   * @param section the entries of its kind
   */
  Optional<CatalogProblem> problem(Fields section, String name, String catalog) {
    List<String> needed = NEEDED.getOrDefault(section.path(), List.of());
    Set<String> known = names(section.path());
    Mapping entry = section.mapping(name).node();
    if (needed.isEmpty() || known.contains(name) || entry.entries().containsKey(FAMILY)) {
      return Optional.empty();
    }
    List<String> missing =
        needed.stream().filter(key -> !entry.entries().containsKey(key)).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String kind = section.path().substring(0, section.path().length() - 1);
    List<String> nearest = TargetCatalog.nearest(name, known);
    return Optional.of(
        new CatalogProblem(
            section.keyOrigin(name),
            section.path() + "." + name,
            "no %s '%s' in catalog %s; %s new one needs %s%s"
                .formatted(
                    kind,
                    name,
                    catalog,
                    nearest.isEmpty() ? "a" : "did you mean '%s'? A".formatted(nearest.get(0)),
                    and(missing),
                    kind.equals("target") ? ", or a family that has them" : "")));
  }

  /** The names that the catalog itself has in a section. */
  Set<String> names(String section) {
    return base.entries().get(section) instanceof Mapping mapping
        ? mapping.entries().keySet()
        : Set.of();
  }

  private static String and(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
