package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays targets over the families they name; what a target says itself wins. */
final class Families {
  private static final String KEY = "family";

  private final Optional<Fields> families;
  private final Set<String> used = new LinkedHashSet<>();

  /** Families with what theirs say filled in: many targets name the same one. */
  private final Map<String, Mapping> resolved = new HashMap<>();

  Families(Optional<Fields> families) {
    this.families = families;
  }

  /** The target with what its family says filled in. */
  Fields complete(Fields target) {
    return target.completed(resolve(target, new LinkedHashSet<>()));
  }

  /** Says where a family that the catalog lacks may be one with a slip of the pen. */
  void warnOfUnused(Tolerance tolerance, Set<String> ofCatalog) {
    families.ifPresent(
        all ->
            all.keys().stream()
                .filter(name -> !used.contains(name) && !ofCatalog.contains(name))
                .forEach(
                    name ->
                        TargetCatalog.nearest(name, ofCatalog).stream()
                            .findFirst()
                            .ifPresent(
                                nearest ->
                                    tolerance.warn(
                                        new CatalogProblem(
                                            all.keyOrigin(name),
                                            all.path() + "." + name,
                                            "no target is of this family; did you mean '%s'?"
                                                .formatted(nearest))))));
  }

  private Mapping resolve(Fields fields, Set<String> seen) {
    Optional<String> name = fields.optionalText(KEY);
    if (name.isEmpty()) {
      return fields.node();
    }
    List<String> known = families.map(Fields::keys).orElse(List.of());
    if (!known.contains(name.get())) {
      failIfTakenAway(name.get());
      List<String> nearest = TargetCatalog.nearest(name.get(), known);
      throw fields.problem(
          KEY,
          fields.origin(KEY),
          "no family '%s'%s"
              .formatted(
                  name.get(), nearest.isEmpty() ? "" : "; did you mean '" + nearest.get(0) + "'?"));
    }
    if (!seen.add(name.get())) {
      throw fields.problem(
          KEY, fields.origin(KEY), "families name each other in a circle: " + seen);
    }
    used.add(name.get());
    Mapping base = resolved.get(name.get());
    if (base == null) {
      base = resolve(families.orElseThrow().mapping(name.get()), seen);
      resolved.put(name.get(), base);
    }
    List<CatalogProblem> problems = new ArrayList<>();
    Mapping merged = YamlMerge.merge(fields.path(), base, without(fields.node()), problems);
    if (!problems.isEmpty()) {
      throw new CatalogException(problems);
    }
    return merged;
  }

  /** Tells where the mistake is, not where it shows: in each of the targets. */
  private void failIfTakenAway(String name) {
    YamlNode taken = families.map(all -> all.node().entries().get(name)).orElse(null);
    if (taken != null) {
      throw families
          .orElseThrow()
          .problem(name, taken.origin(), "cannot be taken away: there are targets of this family");
    }
  }

  private static Mapping without(Mapping mapping) {
    Map<String, YamlNode> entries = new LinkedHashMap<>(mapping.entries());
    if (entries.get(KEY) instanceof Scalar) {
      entries.remove(KEY);
    }
    return new Mapping(entries, mapping.keys(), mapping.origin());
  }
}
