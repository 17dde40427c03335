package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogValue;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import io.github.rustcross.catalog.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All values of the entries of a catalog as they are written, overlays and families applied, each
 * with where it comes from. What an overlay takes away is not there. The text of all files is read
 * anew: this is for people who ask, and no build pays for it.
 */
public final class CatalogValues {
  private final Fields root;

  private CatalogValues(Fields root) {
    this.root = root;
  }

  /**
   * Reads the bundled catalog with overlays on top, later ones winning key by key.
   *
   * @throws CatalogException if {@link TargetCatalog#load} cannot read them either
   */
  public static CatalogValues load(List<CatalogSource> overlays) {
    List<CatalogSource> sources =
        Stream.concat(Stream.of(CatalogSource.bundled()), overlays.stream()).toList();
    CatalogLoader.load(sources);
    CatalogLayers layers = CatalogLayers.of(sources);
    return new CatalogValues(new Fields("", layers.merged(), layers.tolerance()));
  }

  /**
   * The values of a target, in the catalog's order.
   *
   * @return empty where the catalog has no such target
   */
  public List<CatalogValue> target(String triple) {
    Families families = new Families(root.optionalMapping("families"));
    return entry("targets", triple)
        .map(target -> values(families.complete(target).node()))
        .orElse(List.of());
  }

  /** The values of a toolchain, in the catalog's order; empty where there is none. */
  public List<CatalogValue> toolchain(String name) {
    return entry("toolchains", name).map(Fields::node).map(this::values).orElse(List.of());
  }

  /** The values of a runner, in the catalog's order; empty where there is none. */
  public List<CatalogValue> runner(String name) {
    return entry("runners", name).map(Fields::node).map(this::values).orElse(List.of());
  }

  private Optional<Fields> entry(String section, String name) {
    return root.optionalMapping(section).flatMap(all -> all.optionalMapping(name));
  }

  private List<CatalogValue> values(Mapping entry) {
    List<CatalogValue> values = new ArrayList<>();
    entry.entries().forEach((key, node) -> add(values, key, node));
    return values;
  }

  private void add(List<CatalogValue> values, String path, YamlNode node) {
    if (node instanceof Scalar scalar) {
      if (!ListChange.isNothing(scalar)) {
        values.add(new CatalogValue(path, scalar.text(), scalar.origin()));
      }
    } else if (ListChange.is(node)) {
      add(values, path, ListChange.apply(path, Optional.empty(), node));
    } else if (node instanceof Sequence sequence) {
      add(values, path, sequence);
    } else if (node instanceof Mapping mapping) {
      if (mapping.entries().isEmpty()) {
        values.add(new CatalogValue(path, "{}", mapping.origin()));
      }
      for (Map.Entry<String, YamlNode> child : mapping.entries().entrySet()) {
        add(values, path + "." + child.getKey(), child.getValue());
      }
    }
  }

  private void add(List<CatalogValue> values, String path, Sequence sequence) {
    if (sequence.items().isEmpty()) {
      values.add(new CatalogValue(path, "[]", sequence.origin()));
    }
    for (int i = 0; i < sequence.items().size(); i++) {
      add(values, path + "[" + i + "]", sequence.items().get(i));
    }
  }
}
