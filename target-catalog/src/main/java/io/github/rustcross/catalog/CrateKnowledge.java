package io.github.rustcross.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of crates: which compile foreign code, which are for the JVM.
 *
 * @param compilers crates that, as a build dependency, show that a package compiles something, with
 *     the languages they show
 * @param jvm crates that, as a dependency, show that a library is for the JVM
 * @param buildScripts texts in a package's build script that show a further language
 */
public record CrateKnowledge(
    Map<String, Set<Language>> compilers, Set<String> jvm, List<BuildScriptSign> buildScripts) {
  /** Copies the collections. */
  public CrateKnowledge {
    compilers = Map.copyOf(compilers);
    jvm = Set.copyOf(jvm);
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
