package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;

/**
 * How a crate is kept from pulling in another.
 *
 * @param crate what is not pulled in any more
 * @param versions the versions of the first crate for which this holds, in cargo's notation
 * @param defaultFeatures whether its default features may stay on; where not, those that are not
 *     removed are to be named
 * @param remove features that pull the other in
 * @param features the features that take their place
 * @param what what is different then, in words
 */
public record Avoidance(
    String crate,
    Optional<VersionRequirement> versions,
    boolean defaultFeatures,
    List<String> remove,
    List<String> features,
    String what) {
  /** Copies the lists. */
  public Avoidance {
    remove = List.copyOf(remove);
    features = List.copyOf(features);
  }

  /** Whether it holds for a version. */
  public boolean holdsFor(String version) {
    return versions.map(some -> some.contains(version)).orElse(true);
  }
}
