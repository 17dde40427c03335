package io.github.rustcross.maven.testing;

import io.github.rustcross.catalog.TargetTriple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tests of one test program on one target, or a library's documentation tests on it.
 *
 * @param target the target
 * @param crate the package's name
 * @param part which of its programs: {@code lib}, {@code bin-app}, {@code test-integration}, {@code
 *     doc}
 * @param runner what ran it, with its version
 * @param started when
 * @param duration how long it took, from start to end
 * @param cases the tests, in the order in which they ended
 * @param output the end of what the program printed
 * @param remarks what is worth knowing and is no failure, such as processes it left behind
 */
public record TestSuite(
    TargetTriple target,
    String crate,
    String part,
    String runner,
    Instant started,
    Duration duration,
    List<TestCase> cases,
    String output,
    List<String> remarks) {
  /** The part that is a library's documentation tests. */
  public static final String DOCUMENTATION = "doc";

  /** Stands for the package where a target's tests could not be run at all. */
  public static final String NO_CRATE = "cargo";

  /** Copies the lists. */
  public TestSuite {
    cases = List.copyOf(cases);
    remarks = List.copyOf(remarks);
  }

  /** Its name among all: target, package and part. */
  public String name() {
    return target + "." + crate + "." + part;
  }

  /** How many of its tests have an outcome of that kind. */
  public long count(Class<? extends TestCase.Outcome> kind) {
    Predicate<TestCase> has = test -> kind.isInstance(test.outcome());
    return cases.stream().filter(has).count();
  }
}
