package io.github.rustcross.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The library's source that a crate brings along and compiles.
 *
 * @param when when it does so
 * @param features the features that make it do so, the best to recommend first
 * @param through crates that have a feature of that name too, and by which it is rather asked for
 * @param forbiddenBy variables with which the user forbids it; templates
 * @param compiles the languages that it compiles then
 * @param programs the {@link HostProgram}s that it needs then
 */
public record OwnCopy(
    When when,
    List<String> features,
    List<String> through,
    List<String> forbiddenBy,
    Set<Language> compiles,
    List<String> programs) {
  /** Copies the collections. */
  public OwnCopy {
    features = List.copyOf(features);
    through = List.copyOf(through);
    forbiddenBy = List.copyOf(forbiddenBy);
    compiles = new LinkedHashSet<>(compiles);
    programs = List.copyOf(programs);
  }

  /** When a crate compiles its own copy. */
  public enum When {
    /** Always: it never looks for another. */
    ALWAYS("always"),
    /** Where it finds none on the system. */
    MISSING("missing"),
    /** With one of its features. */
    FEATURE("feature");

    private final String id;

    When(String id) {
      this.id = id;
    }

    /** The word in the catalog. */
    public String id() {
      return id;
    }
  }
}
