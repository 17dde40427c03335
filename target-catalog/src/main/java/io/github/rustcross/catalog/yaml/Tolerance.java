package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.SchemaVersion;
import io.github.rustcross.catalog.TargetCatalog;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be passed over with a warning: the unknown keys of files that are written for a newer
 * minor version of the schema.
 */
final class Tolerance {
  /** Passes nothing over. */
  static final Tolerance NONE = new Tolerance(Map.of());

  private final Map<String, SchemaVersion> newer;
  private final Map<String, CatalogProblem> warnings = new LinkedHashMap<>();

  private Tolerance(Map<String, SchemaVersion> newer) {
    this.newer = newer;
  }

  /**
   * The tolerance of one load.
   *
   * @param versions the version of each file, by the name that origins have
   */
  static Tolerance of(Map<String, SchemaVersion> versions) {
    Map<String, SchemaVersion> newer = new LinkedHashMap<>(versions);
    newer.values().removeIf(version -> version.minor() <= TargetCatalog.SCHEMA_VERSION.minor());
    return new Tolerance(newer);
  }

  /** The version of the file at an origin, if it is a newer one. */
  Optional<SchemaVersion> newer(Origin origin) {
    return Optional.ofNullable(newer.get(origin.source()));
  }

  /**
   * Passes a key over that nothing asks for, with a warning, or does not.
   *
   * @param asked the keys that are known there
   * @throws CatalogException if the file is written for a version that is known
   */
  void unknownKey(String key, String path, Origin origin, Collection<String> asked) {
    Optional<SchemaVersion> version = newer(origin);
    if (version.isPresent()) {
      warn(
          new CatalogProblem(
              origin, path, "unknown key, passed over: " + SchemaCheck.newer(version.get())));
      return;
    }
    List<String> nearest = TargetCatalog.nearest(key, asked);
    throw new CatalogException(
        new CatalogProblem(
            origin,
            path,
            "unknown key; "
                + (nearest.isEmpty()
                    ? "known here: " + String.join(", ", asked)
                    : "did you mean '%s'?".formatted(nearest.get(0)))));
  }

  /** Something that is wrong and does no harm; what a family says is found in all its targets. */
  void warn(CatalogProblem warning) {
    warnings.putIfAbsent(warning.origin() + warning.message(), warning);
  }

  List<CatalogProblem> warnings() {
    return List.copyOf(warnings.values());
  }
}
