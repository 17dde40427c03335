package io.github.rustcross.maven.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A problem")
class ProblemTest {
  @Test
  @DisplayName("is shown with its code, and what would help on a line of its own")
  void shown() {
    assertThat(Problem.of(ProblemCode.TARGET_UNKNOWN, "no such target"))
        .hasToString("RC-TARGET-UNKNOWN: no such target");
    assertThat(Problem.of(ProblemCode.TARGET_UNKNOWN, "no such target", "Did you mean x?"))
        .hasToString("RC-TARGET-UNKNOWN: no such target\n    Did you mean x?");
  }

  @Test
  @DisplayName("is told together with all others, and with what caused it")
  void together() {
    Problem one = Problem.of(ProblemCode.TARGET_UNKNOWN, "one");
    Problem two = Problem.of(ProblemCode.FLOOR_INVALID, "two");
    Exception cause = new Exception("cause");

    assertThat(new ProblemException(List.of(one, two)))
        .hasMessage("RC-TARGET-UNKNOWN: one\nRC-FLOOR-INVALID: two");
    assertThat(new ProblemException(one, cause)).hasCause(cause);
  }

  @Test
  @DisplayName("has a code that never changes")
  void stable() {
    assertThat(ProblemCode.values())
        .extracting(ProblemCode::id)
        .contains(
            "RC-PROPERTY-UNKNOWN",
            "RC-PARAMETER-INVALID",
            "RC-CATALOG-INVALID",
            "RC-TARGET-UNKNOWN",
            "RC-TARGET-REPEATED",
            "RC-TARGETS-EMPTY",
            "RC-FLOOR-INVALID",
            "RC-TOOLCHAIN-UNKNOWN",
            "RC-TOOLCHAIN-UNAVAILABLE",
            "RC-TOOL-UNAVAILABLE",
            "RC-DIGEST-MISMATCH",
            "RC-CARGO-MISSING",
            "RC-CARGO-TOO-OLD",
            "RC-CHANNEL-UNKNOWN",
            "RC-CHANNEL-MISSING",
            "RC-TARGET-UNSUPPORTED",
            "RC-LOCK-OUTDATED",
            "RC-DEPENDENCY-MISSING",
            "RC-FEATURE-UNKNOWN",
            "RC-PROFILE-UNKNOWN",
            "RC-MANIFEST-MISSING",
            "RC-MANIFEST-INVALID",
            "RC-NOTHING-TO-BUILD",
            "RC-CRATE-TARGET-UNKNOWN",
            "RC-STD-MISSING",
            "RC-CARGO-FAILED",
            "RC-ARTIFACT-MISSING",
            "RC-VERIFY-FORMAT",
            "RC-VERIFY-MACHINE",
            "RC-VERIFY-LINKAGE",
            "RC-VERIFY-LOADER",
            "RC-VERIFY-GLIBC",
            "RC-VERIFY-MALFORMED",
            "RC-ARTIFACT-REPEATED");
  }
}
