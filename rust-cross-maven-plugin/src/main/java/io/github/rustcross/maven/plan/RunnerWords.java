package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.runner.RunnerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words of {@code rust.test.runner}: {@code name}, {@code name:argument}, {@code x=name}. */
final class RunnerWords {
  private static final String AUTO = "auto";
  private static final String NONE = "none";
  private static final String PARAMETER = "rust.test.runner";

  private final TargetCatalog catalog;
  private final TargetScope scope;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<TargetTriple, RunnerRequest> own = new HashMap<>();
  private RunnerRequest common = new RunnerRequest.Auto();

  private RunnerWords(TargetCatalog catalog, TargetTriple host) {
    this.catalog = catalog;
    this.scope = new TargetScope(catalog, host);
  }

  /**
   * Reads the words.
   *
   * @throws ProblemException with everything that is wrong with them
   */
  static RunnerWords of(TargetCatalog catalog, TargetTriple host, List<String> words)
      throws ProblemException {
    RunnerWords read = new RunnerWords(catalog, host);
    words.forEach(read::word);
    if (!read.problems.isEmpty()) {
      throw new ProblemException(read.problems);
    }
    return read;
  }

  /** What is said of a target. */
  RunnerRequest request(TargetTriple triple) {
    return own.getOrDefault(triple, common);
  }

  private void word(String text) {
    ScopedWord word = ScopedWord.of(text);
    RunnerRequest request = request(word);
    if (word.scope().isEmpty()) {
      common = request;
      return;
    }
    scope.targets(word.scope().get(), PARAMETER, problems).stream()
        .flatMap(this::parts)
        .forEach(target -> own.put(target.triple(), request));
  }

  private RunnerRequest request(ScopedWord word) {
    if (word.value().equals(AUTO)) {
      return new RunnerRequest.Auto();
    }
    if (word.value().equals(NONE)) {
      return new RunnerRequest.None();
    }
    if (!catalog.runners().containsKey(word.name())) {
      problems.add(
          Problem.of(
              ProblemCode.RUNNER_UNKNOWN,
              "%s: there is no runner '%s'".formatted(PARAMETER, word.name()),
              DidYouMean.of(word.name(), catalog.runners().keySet())));
    }
    return new RunnerRequest.Named(word.name(), word.argument());
  }

  /** A target that is joined from others has no programs but theirs. */
  private Stream<Target> parts(Target target) {
    return target.isUniversal()
        ? target.slices().stream().map(catalog::require)
        : Stream.of(target);
  }
}
