package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lays one mapping over another, key by key. A list or a scalar replaces what was there. So does an
 * empty value ({@code key:} with nothing, or {@code ~}): it stays in the result, where {@link
 * Fields} does not see it, because an overlay's has to take away what a target gets from its family
 * later. Overlays and families use the same rule.
 */
final class YamlMerge {
  /** What was merged before; without it aliases of aliases would multiply. */
  private final Map<Mapping, Map<Mapping, Mapping>> known = new IdentityHashMap<>();

  private YamlMerge() {}

  static Mapping merge(Mapping base, Mapping upper) {
    return new YamlMerge().mergeMappings(base, upper);
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
    upper.entries().forEach((key, value) -> entries.put(key, mergeValue(entries.get(key), value)));
    Map<String, Origin> keys = new LinkedHashMap<>(base.keys());
    keys.putAll(upper.keys());
    return new Mapping(entries, keys, upper.origin());
  }

  private YamlNode mergeValue(YamlNode base, YamlNode upper) {
    return base instanceof Mapping below && upper instanceof Mapping above
        ? mergeMappings(below, above)
        : upper;
  }
}
