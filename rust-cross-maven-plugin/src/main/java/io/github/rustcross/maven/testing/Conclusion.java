package io.github.rustcross.maven.testing;

import java.util.List;

/**
 * What came of a test program.
 *
 * @param cases its tests in the order in which they ended; then those that have no result, and the
 *     program itself where something is wrong with it that is no test's fault
 * @param remarks what is worth knowing of how the results were read
 */
public record Conclusion(List<TestCase> cases, List<String> remarks) {
  /** Copies the lists. */
  public Conclusion {
    cases = List.copyOf(cases);
    remarks = List.copyOf(remarks);
  }
}
