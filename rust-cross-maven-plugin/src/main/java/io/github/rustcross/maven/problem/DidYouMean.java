package io.github.rustcross.maven.problem;

import io.github.rustcross.catalog.TargetCatalog;
import java.util.Collection;
import java.util.List;

/** The suggestion for a name that does not exist. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * The names that are spelled like it, or all there are.
   *
   * @param names the names that exist
   */
  public static String of(String name, Collection<String> names) {
    return of(name, names, "Known are: " + String.join(", ", names));
  }

  /**
   * The names that are spelled like it.
   *
   * @param names the names that exist
   * @param otherwise what to say where none is
   */
  public static String of(String name, Collection<String> names, String otherwise) {
    List<String> nearest = TargetCatalog.nearest(name, names);
    return nearest.isEmpty() ? otherwise : "Did you mean " + String.join(" or ", nearest) + "?";
  }
}
