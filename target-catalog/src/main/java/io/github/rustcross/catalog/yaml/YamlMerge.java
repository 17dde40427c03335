package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays one mapping over another, key by key. A scalar or a list replaces what was there; a {@link
 * ListChange} changes the list that was there, and waits for it where there is none yet: a target's
 * may come from its family. An empty value ({@code key:} with nothing, or {@code ~}) replaces too:
 * it stays in the result, where {@link Fields} does not see it, because an overlay's has to take
 * away what a target gets from its family later. Overlays and families use the same rule.
 */
final class YamlMerge {
  /** What was merged before; without it aliases of aliases would multiply. */
  private final Map<Mapping, Map<Mapping, Mapping>> known = new IdentityHashMap<>();

  private final Deque<String> keys = new ArrayDeque<>();
  private final List<CatalogProblem> problems;

  private YamlMerge(List<CatalogProblem> problems) {
    this.problems = problems;
  }

  /**
   * Merges; where a list cannot be changed as it is asked for, it stays as it is below.
   *
   * @param path the keys that lead to the mappings, for messages
   * @param problems takes what is wrong
   */
  static Mapping merge(String path, Mapping base, Mapping upper, List<CatalogProblem> problems) {
    YamlMerge merge = new YamlMerge(problems);
    if (!path.isEmpty()) {
      merge.keys.push(path);
    }
    return merge.mergeMappings(base, upper);
  }

  private Mapping mergeMappings(Mapping base, Mapping upper) {
    Map<Mapping, Mapping> merged = known.computeIfAbsent(base, any -> new IdentityHashMap<>());
    Mapping result = merged.get(upper);
    if (result == null) {
      result = mergeOnce(base, upper);
      merged.put(upper, result);
    }
    return result;
  }

  private Mapping mergeOnce(Mapping base, Mapping upper) {
    Map<String, YamlNode> entries = new LinkedHashMap<>(base.entries());
    upper
        .entries()
        .forEach(
            (key, value) -> {
              keys.push(key);
              entries.put(key, mergeValue(entries.get(key), value));
              keys.pop();
            });
    Map<String, Origin> origins = new LinkedHashMap<>(base.keys());
    origins.putAll(upper.keys());
    return new Mapping(entries, origins, upper.origin());
  }

  private YamlNode mergeValue(YamlNode base, YamlNode upper) {
    if (base != null && ListChange.is(upper)) {
      return change(base, upper);
    }
    return base instanceof Mapping below && upper instanceof Mapping above
        ? mergeMappings(below, above)
        : upper;
  }

  private YamlNode change(YamlNode base, YamlNode change) {
    if (ListChange.is(base)) {
      return ListChange.over(base, change);
    }
    boolean list = base instanceof Sequence;
    if (!list && !ListChange.isNothing(base)) {
      problems.add(
          new CatalogProblem(
              change.origin(),
              path(),
              "append, prepend and remove change a list; below, at %s, is %s"
                  .formatted(base.origin(), base.kind())));
      return base;
    }
    try {
      return ListChange.apply(
          path(), list ? Optional.of((Sequence) base) : Optional.empty(), change);
    } catch (CatalogException e) {
      problems.addAll(e.problems());
      return base;
    }
  }

  private String path() {
    List<String> path = new ArrayList<>();
    for (Iterator<String> all = keys.descendingIterator(); all.hasNext(); ) {
      path.add(all.next());
    }
    return String.join(".", path);
  }
}
