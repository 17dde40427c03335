package io.github.rustcross.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A catalog or an overlay cannot be used; carries every problem that was found, not only one. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<CatalogProblem> problems;

  /**
   * The problems of one load.
   *
   * @param problems at least one, in the order of the files and of the lines in them
   */
  public CatalogException(List<CatalogProblem> problems) {
    super(problems.stream().map(CatalogProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** A load that fails for one reason. */
  public CatalogException(CatalogProblem problem) {
    this(List.of(problem));
  }

  /** What is wrong, at least one entry. */
  public List<CatalogProblem> problems() {
    return problems;
  }
}
