package io.github.rustcross.maven.plan;

import java.util.List;

/**
 * What the crates need besides Rust on one target.
 *
 * @param dependencies the packages with a native side, in the order of the graph
 * @param hints what to know about some of them
 */
public record TargetNatives(List<NativeDependency> dependencies, List<String> hints) {
  /** Copies the lists. */
  public TargetNatives {
    dependencies = List.copyOf(dependencies);
    hints = List.copyOf(hints);
  }

  /** Those of which it is likely, but not certain, that the build fails without them. */
  public List<NativeDependency> doubtful() {
    return dependencies.stream()
        .filter(
            dependency ->
                dependency.supply() instanceof Supply.Missing missing && !missing.certain())
        .toList();
  }
}
