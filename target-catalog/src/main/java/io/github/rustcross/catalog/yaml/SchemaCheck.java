package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.SchemaVersion;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import io.github.rustcross.catalog.yaml.YamlNode.ScalarType;
import java.util.Optional;

/** Refuses files that are written for another major version of the schema. */
final class SchemaCheck {
  static final String KEY = "schemaVersion";

  private SchemaCheck() {}

  /**
   * The version that a file is written for.
   *
   * @throws CatalogException if it says none, or one that cannot be read here
   */
  static SchemaVersion version(Mapping mapping, String source) {
    Fields fields = new Fields("", mapping, Tolerance.NONE);
    SchemaVersion version = read(fields, mapping);
    SchemaVersion supported = TargetCatalog.SCHEMA_VERSION;
    if (version.major() != supported.major()) {
      String wayOut =
          version.major() > supported.major()
              ? "upgrade rust-cross, or take an edition of the file for schema " + supported.major()
              : "bring the file to schema %d; docs/catalog.md says what changed"
                  .formatted(supported.major());
      throw fields.problem(
          KEY,
          fields.origin(KEY),
          "%s is written for schema %s, this rust-cross reads schema %s: %s"
              .formatted(source, version, supported, wayOut));
    }
    return version;
  }

  private static SchemaVersion read(Fields fields, Mapping mapping) {
    if (mapping.entries().get(KEY) instanceof Scalar scalar
        && scalar.type() == ScalarType.INTEGER) {
      return new SchemaVersion(fields.integer(KEY), 0);
    }
    String text = fields.text(KEY);
    Optional<SchemaVersion> version = SchemaVersion.parse(text);
    return version.orElseThrow(
        () ->
            fields.problem(
                KEY,
                fields.origin(KEY),
                "'%s' is not a version like 1 or \"1.2\"".formatted(text)));
  }

  /** What is said of whatever such a file has and is not known here. */
  static String newer(SchemaVersion version) {
    return "the file is written for schema %s, this rust-cross reads schema %s"
        .formatted(version, TargetCatalog.SCHEMA_VERSION);
  }

  /** A problem in a file of a newer minor version may be none for a newer rust-cross. */
  static CatalogProblem withVersion(CatalogProblem problem, SchemaVersion version) {
    return new CatalogProblem(
        problem.origin(),
        problem.path(),
        "%s (%s: upgrade rust-cross where this is new)"
            .formatted(problem.message(), newer(version)));
  }
}
