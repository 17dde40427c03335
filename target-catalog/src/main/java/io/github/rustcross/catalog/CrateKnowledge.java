package io.github.rustcross.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of crates whose build scripts compile foreign code.
 *
 * @param compilers crates that, as a build dependency, show that a package compiles something, with
 *     the languages they show
 * @param buildScripts texts in a package's build script that show a further language
 */
public record CrateKnowledge(
    Map<String, Set<Language>> compilers, List<BuildScriptSign> buildScripts) {
  /** Copies the collections. */
  public CrateKnowledge {
    compilers = Map.copyOf(compilers);
    buildScripts = List.copyOf(buildScripts);
  }

  /**
   * A text that shows what a build script compiles.
   *
   * @param pattern what to look for in the build script
   * @param language what it shows
   */
  public record BuildScriptSign(Pattern pattern, Language language) {}
}
