package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.maven.plan.VerifyMode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Parameters that are wrong")
class ProblemsTest {
  private final Problems problems = new Problems();

  @Test
  @DisplayName("are told all at once, in the order in which they are read")
  void together() {
    VerifyMode mode = problems.of(() -> verify("lax")).orElse(VerifyMode.STRICT);
    OptionalInt jobs =
        problems.of(() -> Words.count("rust.jobs", Optional.of("-1"))).orElse(OptionalInt.empty());

    assertThat(mode).isEqualTo(VerifyMode.STRICT);
    assertThat(jobs).isEmpty();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(problems::failIfAny)
        .withMessage(
            """
            RC-PARAMETER-INVALID: rust.verify cannot be 'lax'
                Allowed are: strict, warn, off
            RC-PARAMETER-INVALID: rust.jobs cannot be '-1'
                It takes a number from 1 to 9999.\
            """);
  }

  @Test
  @DisplayName("are none where all can be read")
  void none() {
    assertThat(problems.of(() -> verify("off"))).contains(VerifyMode.OFF);
    assertThatCode(problems::failIfAny).doesNotThrowAnyException();
  }

  private static VerifyMode verify(String text) throws ProblemException {
    return Words.of("rust.verify", text, List.of(VerifyMode.values()), VerifyMode::id);
  }
}
