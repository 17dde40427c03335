package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What tests mean for the build")
class TestReportTest {
  private static final TestCase FINE = new TestCase("fine", new TestCase.Passed());
  private static final TestCase WRONG =
      new TestCase("wrong", new TestCase.Failed("left: 1; right: 2", ""));
  private static final TestCase BROKEN =
      new TestCase("broken", new TestCase.Broken("no result", ""));

  @Test
  @DisplayName("is nothing where all pass")
  void passed() {
    assertThat(report(List.of(), suite("a-b-c", FINE)).failure()).isEmpty();
    assertThat(report(List.of()).failure()).isEmpty();
    assertThat(report(List.of("word")).none()).isEmpty();
  }

  @Test
  @DisplayName("is a failure that names tests and targets, and how to look at one target alone")
  void failed() {
    TestReport report =
        report(
            List.of(),
            suite("a-b-c", FINE),
            suite("d-e-f", FINE, WRONG),
            suite("g-h-i", WRONG, BROKEN, WRONG));

    Problem problem = report.failure().orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.TESTS_FAILED);
    assertThat(problem.message())
        .isEqualTo(
            """
            4 of 6 tests failed, on d-e-f, g-h-i:
              - d-e-f: app wrong
              - g-h-i: app wrong
              - g-h-i: app broken
              - and 1 more""");
    assertThat(problem.suggestion())
        .contains(
            "All results are in reports; -Drust.test.targets=d-e-f tests on that target alone.");
  }

  @Test
  @DisplayName("is said in few words for one test on one target")
  void one() {
    Problem problem = report(List.of(), suite("a-b-c", BROKEN)).failure().orElseThrow();

    assertThat(problem.message()).isEqualTo("1 of 1 test failed, on a-b-c:\n  - a-b-c: app broken");
    assertThat(problem.suggestion()).isEqualTo(Optional.of("All results are in reports."));
  }

  @Test
  @DisplayName("is a failure in any case where a filter lets no test through")
  void filtered() {
    TestReport report = report(List.of("one", "two"), suite("a-b-c"), suite("d-e-f"));

    Problem problem = report.none().orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.TESTS_NONE);
    assertThat(problem.message())
        .isEqualTo("rust.test.filter: no test has a name with 'one' or 'two' in it");
    assertThat(report(List.of(), suite("a-b-c")).none()).isEmpty();
    assertThat(report(List.of("one"), suite("a-b-c"), suite("d-e-f", FINE)).none()).isEmpty();
    TestCase withoutHarness = new TestCase("lib", new TestCase.Passed());
    assertThat(report(List.of("one"), suite("a-b-c", withoutHarness)).none()).isPresent();
  }

  private static TestReport report(List<String> filters, TestSuite... suites) {
    return new TestReport(List.of(suites), List.of(), filters, Path.of("reports"));
  }

  private static TestSuite suite(String target, TestCase... cases) {
    return new TestSuite(
        new TargetTriple(target),
        "app",
        "lib",
        "native",
        Instant.EPOCH,
        Duration.ZERO,
        List.of(cases),
        "",
        List.of());
  }
}
