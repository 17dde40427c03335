package io.github.rustcross.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of crates: which compile foreign code, which are for the JVM, and what those with a
 * native side need.
 *
 * @param compilers crates that, as a build dependency, show that a package compiles something, with
 *     the languages they show
 * @param jvm crates that, as a dependency, show that a library is for the JVM
 * @param buildScripts texts in a package's build script that show a further language
 * @param facts what is known of crates with a native side, by their names
 * @param libraries the libraries that they look for, by name
 * @param programs the programs that their build scripts need, by name
 */
public record CrateKnowledge(
    Map<String, Set<Language>> compilers,
    Set<String> jvm,
    List<BuildScriptSign> buildScripts,
    Map<String, CrateFacts> facts,
    Map<String, Library> libraries,
    Map<String, HostProgram> programs) {
  /** Nothing is known. */
  public static final CrateKnowledge NONE =
      new CrateKnowledge(Map.of(), Set.of(), List.of(), Map.of(), Map.of(), Map.of());

  /** Copies the collections. */
  public CrateKnowledge {
    compilers = Map.copyOf(compilers);
    jvm = Set.copyOf(jvm);
    buildScripts = List.copyOf(buildScripts);
    facts = Map.copyOf(facts);
    libraries = Map.copyOf(libraries);
    programs = Map.copyOf(programs);
  }

  /**
   * A text that shows what a build script compiles.
   *
   * @param pattern what to look for in the build script
   * @param language what it shows
   */
  public record BuildScriptSign(Pattern pattern, Language language) {}
}
