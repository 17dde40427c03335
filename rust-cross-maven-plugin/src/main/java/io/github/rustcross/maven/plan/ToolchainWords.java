package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.ToolchainTerms;
import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.toolchain.ToolchainRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of {@code rust.crossToolchain}. */
final class ToolchainWords {
  private static final String AUTO = "auto";
  private static final String PARAMETER = "rust.crossToolchain";

  private final TargetScope scope;
  private final List<Problem> problems;

  /** What was said by the words in front of the equals sign, all targets as an empty one. */
  private final Map<String, ScopedWord> said = new LinkedHashMap<>();

  private final Map<TargetTriple, ScopedWord> byTriple = new HashMap<>();
  private final Map<TargetTriple, ScopedWord> byGroup = new HashMap<>();

  /**
   * Reads the words.
   *
   * @param problems gets everything that is wrong with them
   */
  ToolchainWords(TargetScope scope, List<String> words, List<Problem> problems) {
    this.scope = scope;
    this.problems = problems;
    words.stream().map(ScopedWord::of).forEach(this::add);
  }

  /** What stands against a toolchain that is named; empty where nothing does. */
  static Optional<Problem> check(TargetCatalog catalog, String parameter, ScopedWord word) {
    if (word.name().equals(AUTO)) {
      return word.argument().map(argument -> noArgument(parameter, word));
    }
    Toolchain toolchain = catalog.toolchains().get(word.name());
    if (toolchain == null) {
      return Optional.of(
          Problem.of(
              ProblemCode.TOOLCHAIN_UNKNOWN,
              "%s: there is no toolchain '%s'".formatted(parameter, word.name()),
              DidYouMean.of(word.name(), catalog.toolchains().keySet())));
    }
    if (toolchain.terms().forbidden().isPresent()) {
      ToolchainTerms.Ban ban = toolchain.terms().forbidden().get();
      return Optional.of(
          Problem.of(
              ProblemCode.TOOLCHAIN_FORBIDDEN,
              "%s: %s is forbidden: %s (%s)"
                  .formatted(parameter, word.name(), ban.reason(), ban.origin()),
              "Name another, or leave the choice to the catalog."));
    }
    return word.argument()
        .filter(argument -> toolchain.terms().argument().isEmpty())
        .map(argument -> noArgument(parameter, word));
  }

  private static Problem noArgument(String parameter, ScopedWord word) {
    return Problem.of(
        ProblemCode.PARAMETER_INVALID,
        "%s: %s takes no argument, not '%s'"
            .formatted(parameter, word.name(), word.argument().orElseThrow()),
        "Write %s alone.".formatted(word.name()));
  }

  /** What a word asks for, whoever it is for. */
  private static ToolchainRequest request(ScopedWord word) {
    return word.name().equals(AUTO)
        ? new ToolchainRequest.Auto()
        : new ToolchainRequest.Named(word.name(), word.argument());
  }

  /** What is said of a target: for itself, for a group of its, or for all. */
  ToolchainRequest request(Target target, Optional<String> own) {
    return own.map(ScopedWord::of)
        .or(() -> Optional.ofNullable(byTriple.get(target.triple())))
        .or(() -> Optional.ofNullable(byGroup.get(target.triple())))
        .or(() -> Optional.ofNullable(said.get("")))
        .map(ToolchainWords::request)
        .orElse(new ToolchainRequest.Auto());
  }

  private void add(ScopedWord word) {
    Optional<Problem> problem = check(scope.catalog(), PARAMETER, word);
    problem.ifPresent(problems::add);
    String whom = word.scope().map(scope::triple).orElse("");
    ScopedWord before = said.putIfAbsent(whom, word);
    if (before != null && !before.value().equals(word.value())) {
      problems.add(contradiction(whom, before, word));
    }
    if (!whom.isEmpty()) {
      Map<TargetTriple, ScopedWord> map = TargetScope.isGroup(whom) ? byGroup : byTriple;
      scope.targets(whom, PARAMETER, problems).forEach(target -> map.put(target.triple(), word));
    }
  }

  private static Problem contradiction(String whom, ScopedWord one, ScopedWord other) {
    return Problem.of(
        ProblemCode.PARAMETER_INVALID,
        "%s names two toolchains for %s: %s and %s"
            .formatted(
                PARAMETER, whom.isEmpty() ? "all targets" : whom, one.value(), other.value()),
        whom.isEmpty()
            ? "Name one, and others for some targets: <triple>=%s or @<group>=%s"
                .formatted(other.value(), other.value())
            : "Name one.");
  }
}
