package io.github.rustcross.maven.testing;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of testing.
 *
 * @param suites the results of all test programs, target by target
 * @param problems what kept targets from being tested: these fail a build in any case
 * @param filters the words that tests had to have in their names; none for all tests
 * @param folder where the results were written
 */
public record TestReport(
    List<TestSuite> suites, List<Problem> problems, List<String> filters, Path folder) {
  /** How many failures a sentence names; all are in the table above it. */
  private static final int NAMED = 3;

  /** Copies the lists. */
  public TestReport {
    suites = List.copyOf(suites);
    problems = List.copyOf(problems);
    filters = List.copyOf(filters);
  }

  /** That no test has the name that was asked for. */
  public Optional<Problem> none() {
    boolean none = suites.stream().allMatch(TestReport::isEmpty);
    return none && !filters.isEmpty() && !suites.isEmpty()
        ? Optional.of(
            Problem.of(
                ProblemCode.TESTS_NONE,
                "rust.test.filter: no test has a name with '%s' in it"
                    .formatted(String.join("' or '", filters)),
                "Look for the names in %s after a run without a filter.".formatted(folder)))
        : Optional.empty();
  }

  /** A program without Rust's harness knows nothing of filters: it is a test in any case. */
  private static boolean isEmpty(TestSuite suite) {
    return suite.cases().stream().allMatch(test -> test.name().equals(suite.part()));
  }

  /** Which tests failed. */
  public Optional<Problem> failure() {
    List<TestSuite> failed =
        suites.stream().filter(suite -> suite.cases().stream().anyMatch(TestCase::isBad)).toList();
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    long bad =
        failed.stream().flatMap(suite -> suite.cases().stream()).filter(TestCase::isBad).count();
    long all = suites.stream().mapToLong(suite -> suite.cases().size()).sum();
    String first =
        failed.stream()
            .flatMap(
                suite ->
                    suite.cases().stream()
                        .filter(TestCase::isBad)
                        .map(
                            test ->
                                "\n  - %s: %s %s"
                                    .formatted(suite.target(), suite.crate(), test.name())))
            .limit(NAMED)
            .collect(Collectors.joining());
    List<String> targets = failed.stream().map(suite -> suite.target().value()).distinct().toList();
    return Optional.of(
        Problem.of(
            ProblemCode.TESTS_FAILED,
            "%d of %d %s failed, on %s:%s%s"
                .formatted(
                    bad,
                    all,
                    all == 1 ? "test" : "tests",
                    String.join(", ", targets),
                    first,
                    bad > NAMED ? "\n  - and %d more".formatted(bad - NAMED) : ""),
            "All results are in %s".formatted(folder)
                + (suites.stream().map(TestSuite::target).distinct().count() == 1
                    ? "."
                    : "; -Drust.test.targets=%s tests on that target alone."
                        .formatted(targets.get(0)))));
  }
}
