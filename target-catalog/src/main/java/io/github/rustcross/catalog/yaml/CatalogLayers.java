package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.SchemaVersion;
import io.github.rustcross.catalog.yaml.OverlayChain.Layer;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A catalog with its overlays merged, families apart.
 *
 * @param base the catalog alone
 * @param merged the catalog with all overlays
 * @param changed whether it is anything but the bundled catalog by itself, which was checked when
 *     it was built
 * @param tolerance what may be passed over
 * @param problems what is wrong with changes of lists
 */
record CatalogLayers(
    Mapping base,
    Mapping merged,
    boolean changed,
    Tolerance tolerance,
    List<CatalogProblem> problems) {

  /**
   * Reads and merges.
   *
   * @param sources the base catalog first, the last one wins
   * @throws CatalogException with all that is wrong with single files
   */
  static CatalogLayers of(List<CatalogSource> sources) {
    OverlayChain chain = read(sources);
    if (!chain.problems().isEmpty()) {
      throw new CatalogException(chain.problems());
    }
    Map<String, SchemaVersion> versions = new LinkedHashMap<>();
    List<CatalogProblem> problems = new ArrayList<>();
    Mapping merged = chain.layers().get(0).tree();
    for (Layer layer : chain.layers()) {
      versions.put(layer.source().name(), layer.version());
      if (layer != chain.layers().get(0)) {
        merged = YamlMerge.merge("", merged, layer.tree(), problems);
      }
    }
    return new CatalogLayers(
        chain.layers().get(0).tree(),
        merged,
        sources.size() > 1 || !sources.get(0).isBundled(),
        Tolerance.of(versions),
        problems);
  }

  static OverlayChain read(List<CatalogSource> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("no catalog to load");
    }
    OverlayChain chain = new OverlayChain();
    chain.addBase(sources.get(0));
    sources.stream().skip(1).forEach(chain::add);
    return chain;
  }
}
