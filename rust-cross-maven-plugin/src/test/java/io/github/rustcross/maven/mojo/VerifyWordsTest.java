package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.maven.plan.TargetRule;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The levels of rules on the command line")
class VerifyWordsTest {
  private final Problems problems = new Problems();

  @Test
  @DisplayName("are for all targets or for some, by the rule's name or code")
  void words() {
    VerifyWords words = read("stack=off", "RC-VERIFY-RUN-PATH=warn", "@musl:position=report");

    assertThat(problems.all()).isEmpty();
    assertThat(words.settings(List.of("libz.so.1")).allowed()).containsExactly("libz.so.1");
    assertThat(words.settings(List.of()).levels())
        .isEqualTo(Map.of(Rule.STACK, RuleLevel.OFF, Rule.RUN_PATH, RuleLevel.WARN));
    assertThat(words.rules()).extracting(TargetRule::targets).containsExactly(List.of("@musl"));
    assertThat(words.rules().get(0).settings().verification().levels())
        .isEqualTo(Map.of(Rule.POSITION, RuleLevel.REPORT));
  }

  @Test
  @DisplayName("take the last one that names a rule")
  void last() {
    assertThat(read("stack=off", "stack=warn").settings(List.of()).levels())
        .isEqualTo(Map.of(Rule.STACK, RuleLevel.WARN));
  }

  @Test
  @DisplayName("say of every wrong word what would do")
  void wrong() {
    read("stak=off", "stack=maybe", "stack", "RC-VERIFY-GLIB=off");

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "RC-PARAMETER-INVALID: rust.verify.rules: there is no rule 'stak'\n"
                + "    Did you mean stack or stale?",
            "RC-PARAMETER-INVALID: rust.verify.rules stack cannot be 'maybe'\n"
                + "    Allowed are: strict, warn, report, off",
            "RC-PARAMETER-INVALID: rust.verify.rules: 'stack' says no level\n"
                + "    It takes words such as run-path=off or @musl:position=warn.",
            "RC-PARAMETER-INVALID: rust.verify.rules: there is no rule 'RC-VERIFY-GLIB'\n"
                + "    Did you mean RC-VERIFY-GLIBC or RC-VERIFY-ABI or RC-VERIFY-CPU?");
  }

  private VerifyWords read(String... words) {
    return VerifyWords.read("rust.verify.rules", List.of(words), problems);
  }
}
