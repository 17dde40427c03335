package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the parameters, so that all of it is told at once. */
final class ParameterProblems {
  private final List<Problem> problems = new ArrayList<>();

  /** A parameter that is read. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws ProblemException;
  }

  /**
   * Reads a parameter.
   *
   * @param otherwise what stands in for a value that is wrong, until {@link #failIfAny} tells of it
   */
  <T> T read(Reading<T> reading, T otherwise) {
    try {
      return reading.read();
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return otherwise;
    }
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  void addAll(List<Problem> more) {
    problems.addAll(more);
  }

  void failIfAny() throws ProblemException {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
