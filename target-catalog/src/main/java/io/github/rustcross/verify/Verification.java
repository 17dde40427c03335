package io.github.rustcross.verify;

import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.Inspection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of looking at a binary.
 *
 * @param inspection its facts in the words of all formats
 * @param details its facts in the words of its own format
 * @param checks all that was looked at, in the order of rules
 * @param runtimeDependencies the needed libraries that are no part of the platform but allowed: who
 *     ships the file has to see to them
 */
public record Verification(
    Inspection inspection,
    BinaryDetails details,
    List<Check> checks,
    List<String> runtimeDependencies) {
  /** Copies the lists. */
  public Verification {
    checks = List.copyOf(checks);
    runtimeDependencies = List.copyOf(runtimeDependencies);
  }

  /** The same with further checks. */
  public Verification and(List<Check> more) {
    return with(Stream.concat(checks.stream(), more.stream()).toList());
  }

  /** The same with other checks. */
  public Verification with(List<Check> others) {
    return new Verification(inspection, details, others, runtimeDependencies);
  }

  /** What is not as promised. */
  public List<Check> broken() {
    return checks.stream().filter(Check::isBroken).toList();
  }
}
