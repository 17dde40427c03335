package io.github.rustcross.maven.verify;

import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.verify.Finding;
import java.util.List;

/** Findings in the form in which all that is wrong is told. */
public final class FindingProblems {
  private FindingProblems() {}

  /** Those that count that much. */
  public static List<Problem> of(List<Finding> findings, RuleLevel level) {
    return findings.stream()
        .filter(finding -> finding.level() == level)
        .map(
            finding ->
                Problem.of(
                    ProblemCode.of(finding.rule()),
                    finding.message() + "\n    " + finding.cause(),
                    finding.fix()))
        .toList();
  }
}
