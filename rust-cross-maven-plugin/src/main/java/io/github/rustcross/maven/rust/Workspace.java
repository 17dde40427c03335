package io.github.rustcross.maven.rust;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A workspace by itself, without what its packages depend on.
 *
 * @param graph its packages, of which no dependencies and no features are known
 * @param features what each of them declares, by cargo's id
 */
public record Workspace(CrateGraph graph, Map<String, Features> features) {
  /** Copies the map. */
  public Workspace {
    features = Map.copyOf(new LinkedHashMap<>(features));
  }

  /**
   * What {@code --features} can name of a package.
   *
   * @param names its features, optional dependencies among them unless {@code dep:} hides them
   * @param dependencies the names by which its Cargo.toml calls what it depends on
   */
  public record Features(Set<String> names, Set<String> dependencies) {
    /** Copies the sets. */
    public Features {
      names = Set.copyOf(names);
      dependencies = Set.copyOf(dependencies);
    }
  }
}
