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
import java.util.Optional;
import java.util.stream.Stream;

/** The words of {@code rust.test.runner}: {@code name}, {@code name:argument}, {@code x=name}. */
final class RunnerWords {
  private static final String AUTO = "auto";
  private static final String NONE = "none";
  private static final String PARAMETER = "rust.test.runner: ";

  private final TargetCatalog catalog;
  private final TargetTriple host;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<TargetTriple, RunnerRequest> own = new HashMap<>();
  private RunnerRequest common = new RunnerRequest.Auto();

  private RunnerWords(TargetCatalog catalog, TargetTriple host) {
    this.catalog = catalog;
    this.host = host;
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

  private void word(String word) {
    // An argument may have such characters as well: they count before the first colon only.
    int colon = word.indexOf(':') < 0 ? word.length() : word.indexOf(':');
    int equals = word.substring(0, colon).indexOf('=');
    if (equals < 0) {
      common = request(word);
      return;
    }
    RunnerRequest request = request(word.substring(equals + 1));
    targets(word.substring(0, equals)).forEach(target -> own.put(target.triple(), request));
  }

  private RunnerRequest request(String word) {
    String[] parts = word.split(":", 2);
    if (parts[0].equals(AUTO)) {
      return new RunnerRequest.Auto();
    }
    if (parts[0].equals(NONE)) {
      return new RunnerRequest.None();
    }
    if (!catalog.runners().containsKey(parts[0])) {
      problems.add(
          Problem.of(
              ProblemCode.RUNNER_UNKNOWN,
              PARAMETER + "there is no runner '%s'".formatted(parts[0]),
              DidYouMean.of(parts[0], catalog.runners().keySet())));
    }
    return new RunnerRequest.Named(
        parts[0], parts.length < 2 ? Optional.empty() : Optional.of(parts[1]));
  }

  private List<Target> targets(String word) {
    if (word.startsWith("@") && catalog.groups().containsKey(word.substring(1))) {
      return catalog.group(word.substring(1)).stream().flatMap(this::parts).toList();
    }
    Optional<Target> target = catalog.find(word.equals("host") ? host.value() : word);
    if (target.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.TARGET_UNKNOWN,
              PARAMETER + "there is no target or group '%s'".formatted(word),
              DidYouMean.of(word, catalog.targets().keySet())));
    }
    return target.stream().flatMap(this::parts).toList();
  }

  /** A target that is joined from others has no programs but theirs. */
  private Stream<Target> parts(Target target) {
    return target.isUniversal()
        ? target.slices().stream().map(catalog::require)
        : Stream.of(target);
  }
}
