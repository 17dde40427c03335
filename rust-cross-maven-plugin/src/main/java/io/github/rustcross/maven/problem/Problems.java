package io.github.rustcross.maven.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong, so that all of it is told at once. */
public final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  /** Nothing is wrong so far. */
  public Problems() {}

  /**
   * Something that may turn out to be wrong.
   *
   * @param <T> what it gives if it does not
   */
  @FunctionalInterface
  public interface Attempt<T> {
    /**
     * Gives it.
     *
     * @throws ProblemException with what is wrong
     */
    T get() throws ProblemException;
  }

  /** What an attempt gives; empty, with the reasons kept, where it fails. */
  public <T> Optional<T> of(Attempt<T> attempt) {
    try {
      return Optional.of(attempt.get());
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** All that were collected. */
  public List<Problem> all() {
    return List.copyOf(problems);
  }

  /** One thing more. */
  public void add(Problem problem) {
    problems.add(problem);
  }

  /** Some things more. */
  public void addAll(List<Problem> more) {
    problems.addAll(more);
  }

  /**
   * Tells of them.
   *
   * @throws ProblemException with all that were collected, if any
   */
  public void failIfAny() throws ProblemException {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
