package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a crate is kept from pulling in another.
 *
 * @param crate what is not pulled in any more
 * @param versions the versions of the first crate for which this holds, in cargo's notation
 * @param defaultFeatures whether its default features may stay on; where not, those that are not
 *     removed are to be named
 * @param remove features that pull the other in
 * @param replace features that pull the other in, and for each those that take its place alone
 * @param features the features that take the place of all of them
 * @param what what is different then, in words
 */
public record Avoidance(
    String crate,
    Optional<VersionRequirement> versions,
    boolean defaultFeatures,
    List<String> remove,
    Map<String, List<String>> replace,
    List<String> features,
    String what) {
  /** Copies the lists. */
  public Avoidance {
    remove = List.copyOf(remove);
    replace = Collections.unmodifiableMap(new LinkedHashMap<>(replace));
    features = List.copyOf(features);
  }

  /** Whether it holds for a version. */
  public boolean holdsFor(String version) {
    return versions.map(some -> some.contains(version)).orElse(true);
  }

  /** Whether one of a crate's features pulls the other in. */
  public boolean isNeededFor(Set<String> features) {
    return Stream.concat(remove.stream(), replace.keySet().stream()).anyMatch(features::contains);
  }

  /**
   * The features that are asked for afterwards.
   *
   * @param asked those that are asked for now, the default ones among them where they have to be
   *     named
   */
  public List<String> applied(List<String> asked) {
    Set<String> applied = new LinkedHashSet<>();
    for (String feature : asked) {
      if (replace.containsKey(feature)) {
        applied.addAll(replace.get(feature));
      } else if (!remove.contains(feature)) {
        applied.add(feature);
      }
    }
    applied.addAll(features);
    return List.copyOf(applied);
  }
}
