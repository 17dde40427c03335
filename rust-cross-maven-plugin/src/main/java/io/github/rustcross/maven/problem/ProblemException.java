package io.github.rustcross.maven.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The build cannot go on for reasons that the user can mend; carries all that are known. */
public final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** The reasons, at least one. */
  public ProblemException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** One reason. */
  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  /** The reasons, and what caused them. */
  public ProblemException(List<Problem> problems, Throwable cause) {
    this(problems);
    initCause(cause);
  }

  /** One reason, and what caused it. */
  public ProblemException(Problem problem, Throwable cause) {
    this(List.of(problem), cause);
  }

  /** What is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
