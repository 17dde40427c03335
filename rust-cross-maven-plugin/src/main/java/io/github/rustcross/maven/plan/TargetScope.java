package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a triple, {@code host} or a group with its {@code @} stands for, where settings are for some
 * targets alone.
 *
 * @param catalog the targets and groups
 * @param host what {@code host} is
 */
record TargetScope(TargetCatalog catalog, TargetTriple host) {
  /** Whether a word means a group. */
  static boolean isGroup(String word) {
    return word.startsWith("@");
  }

  /**
   * The targets.
   *
   * @param parameter where the user says it, for messages
   * @param problems gets what is wrong with the word
   */
  List<Target> targets(String word, String parameter, List<Problem> problems) {
    if (isGroup(word) && catalog.groups().containsKey(word.substring(1))) {
      return catalog.group(word.substring(1));
    }
    List<Target> found = catalog.find(triple(word)).stream().toList();
    if (found.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.TARGET_UNKNOWN,
              "%s: there is no target or group '%s'".formatted(parameter, word),
              DidYouMean.of(word, known(word))));
    }
    return found;
  }

  /** The word without a second way of saying the same. */
  String triple(String word) {
    return word.equals("host") ? host.value() : word;
  }

  private Set<String> known(String word) {
    Set<String> known = new TreeSet<>();
    if (isGroup(word)) {
      catalog.groups().keySet().forEach(group -> known.add("@" + group));
    } else {
      known.addAll(catalog.targets().keySet());
    }
    return known;
  }
}
