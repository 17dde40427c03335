package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;

/** Refuses files that are written for another major version of the schema. */
final class SchemaVersion {
  static final String KEY = "schemaVersion";

  private SchemaVersion() {}

  static void check(Mapping mapping, String source) {
    Fields fields = new Fields("", mapping);
    int version = fields.integer(KEY);
    Origin origin = fields.origin(KEY);
    int supported = TargetCatalog.SCHEMA_VERSION;
    if (version > supported) {
      throw problem(
          origin,
          "%s is written for schema %d, this rust-cross reads schema %d: upgrade rust-cross"
              .formatted(source, version, supported));
    }
    if (version < supported) {
      throw problem(
          origin,
          "%s is written for schema %d, this rust-cross reads schema %d: upgrade the file"
              .formatted(source, version, supported));
    }
  }

  private static CatalogException problem(Origin origin, String message) {
    return new CatalogException(new CatalogProblem(origin, KEY, message));
  }
}
