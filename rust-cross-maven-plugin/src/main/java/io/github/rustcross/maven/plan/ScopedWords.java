package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The words of a parameter that names something for all targets or for some. */
final class ScopedWords {
  private final TargetScope scope;
  private final String parameter;
  private final String noun;
  private final List<Problem> problems;

  /** What was said by the words in front of the equals sign, all targets as an empty one. */
  private final Map<String, ScopedWord> said = new LinkedHashMap<>();

  private final Map<TargetTriple, ScopedWord> byTriple = new HashMap<>();
  private final Map<TargetTriple, ScopedWord> byGroup = new HashMap<>();

  /**
   * Reads the words.
   *
   * @param parameter the parameter, for messages
   * @param noun what is named, in the plural, for messages
   * @param check what stands against a word
   * @param problems gets everything that is wrong with them
   */
  ScopedWords(
      TargetScope scope,
      String parameter,
      String noun,
      List<ScopedWord> words,
      Function<ScopedWord, Optional<Problem>> check,
      List<Problem> problems) {
    this.scope = scope;
    this.parameter = parameter;
    this.noun = noun;
    this.problems = problems;
    for (ScopedWord word : words) {
      check.apply(word).ifPresent(problems::add);
      add(word);
    }
  }

  /** What is said of a target: for itself, or for a group of its. */
  Optional<ScopedWord> ofItself(Target target) {
    return Optional.ofNullable(byTriple.get(target.triple()))
        .or(() -> Optional.ofNullable(byGroup.get(target.triple())));
  }

  /** What is said of all targets. */
  Optional<ScopedWord> ofAll() {
    return Optional.ofNullable(said.get(""));
  }

  private void add(ScopedWord word) {
    String whom = word.scope().map(scope::triple).orElse("");
    ScopedWord before = said.putIfAbsent(whom, word);
    if (before != null && !before.value().equals(word.value())) {
      problems.add(contradiction(whom, before, word));
    }
    if (!whom.isEmpty()) {
      Map<TargetTriple, ScopedWord> map = TargetScope.isGroup(whom) ? byGroup : byTriple;
      scope.targets(whom, parameter, problems).forEach(target -> map.put(target.triple(), word));
    }
  }

  private Problem contradiction(String whom, ScopedWord one, ScopedWord other) {
    return Problem.of(
        ProblemCode.PARAMETER_INVALID,
        "%s names two %s for %s: %s and %s"
            .formatted(
                parameter, noun, whom.isEmpty() ? "all targets" : whom, one.value(), other.value()),
        whom.isEmpty()
            ? "Name one, and others for some targets: <triple>=%s or @<group>=%s"
                .formatted(other.value(), other.value())
            : "Name one.");
  }
}
