package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.Proof;
import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file beside the catalog with what was proven of each target. */
public final class ProofFile {
  /** Its name. */
  public static final String NAME = "proofs.yaml";

  private static final String HEAD =
      """
      # What was really done for each target, and worked. mvn verify -Pmatrix writes this file, nobody else does.
      """;

  private ProofFile() {}

  /** What was proven of the bundled catalog's targets, by triple, in the catalog's order. */
  public static Map<String, Proof> bundled() {
    try (InputStream stream = CatalogResources.open(NAME)) {
      return read(
          new CatalogSource(NAME, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled " + NAME + " cannot be read", e);
    }
  }

  /**
   * Reads such a file.
   *
   * @throws CatalogException if it is not what {@code proofs.schema.json} says
   */
  public static Map<String, Proof> read(CatalogSource source) {
    Mapping mapping = YamlParser.parse(source);
    SchemaCheck.version(mapping, source.name());
    Fields root = new Fields("", mapping, Tolerance.NONE);
    root.has(SchemaCheck.KEY);
    root.text("catalogVersion");
    Map<String, Proof> proofs = new LinkedHashMap<>();
    root.optionalMapping("proofs")
        .ifPresent(
            targets ->
                targets
                    .keys()
                    .forEach(triple -> proofs.put(triple, read(targets.mapping(triple)))));
    root.done();
    return proofs;
  }

  private static Proof read(Fields fields) {
    Proof proof =
        new Proof(
            fields.word("std", List.of(StdSupport.values()), StdSupport::id),
            fields.texts("built"),
            fields.texts("ran"),
            fields.flag("loadedInJvm", false));
    fields.done();
    return proof;
  }

  /** The text of such a file, of targets of the bundled catalog and in their order. */
  public static String text(Map<String, Proof> proofs) {
    TargetCatalog catalog = TargetCatalog.bundled();
    StringBuilder text = new StringBuilder(HEAD);
    text.append(SchemaCheck.KEY)
        .append(": ")
        .append(TargetCatalog.SCHEMA_VERSION.major())
        .append('\n');
    text.append("catalogVersion: ").append(catalog.version()).append('\n');
    text.append("proofs:\n");
    for (String triple : catalog.targets().keySet()) {
      Proof proof = proofs.get(triple);
      if (proof != null) {
        text.append("  %s: { std: %s".formatted(triple, proof.std().id()));
        list(text, "built", proof.built());
        list(text, "ran", proof.ran());
        text.append(proof.loadedInJvm() ? ", loadedInJvm: true" : "").append(" }\n");
      }
    }
    return text.toString();
  }

  private static void list(StringBuilder text, String key, List<String> names) {
    if (!names.isEmpty()) {
      text.append(", %s: [%s]".formatted(key, String.join(", ", names)));
    }
  }
}
