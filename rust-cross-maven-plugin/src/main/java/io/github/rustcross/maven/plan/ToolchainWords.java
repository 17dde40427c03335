package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.ToolchainTerms;
import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.toolchain.ToolchainRequest;
import java.util.List;
import java.util.Optional;

/** The words of {@code rust.crossToolchain}. */
final class ToolchainWords {
  private static final String AUTO = "auto";
  private static final String PARAMETER = "rust.crossToolchain";

  private final ScopedWords words;

  /**
   * Reads the words.
   *
   * @param problems gets everything that is wrong with them
   */
  ToolchainWords(TargetScope scope, List<String> words, List<Problem> problems) {
    this.words =
        new ScopedWords(
            scope,
            PARAMETER,
            "toolchains",
            words.stream().map(ScopedWord::of).toList(),
            word -> check(scope.catalog(), PARAMETER, word),
            problems);
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
        .or(() -> words.ofItself(target))
        .or(words::ofAll)
        .map(ToolchainWords::request)
        .orElse(new ToolchainRequest.Auto());
  }
}
