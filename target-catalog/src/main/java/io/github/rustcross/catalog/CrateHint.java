package io.github.rustcross.catalog;

import java.util.List;

/**
 * Something to know about a crate on some targets, though it builds.
 *
 * @param targets the targets
 * @param features features of which one has to be on; none for any
 * @param unless crates that make it meaningless
 * @param text the advice
 */
public record CrateHint(
    TargetSet targets, List<String> features, List<String> unless, String text) {
  /** Copies the lists. */
  public CrateHint {
    features = List.copyOf(features);
    unless = List.copyOf(unless);
  }
}
