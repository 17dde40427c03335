package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Levels of rules")
class RuleLevelsTest {
  private final RuleLevels levels = RuleLevels.of(Verified.CATALOG.rules());

  @Test
  @DisplayName("are the catalog's")
  void catalog() {
    assertThat(levels.of(Rule.LIBRARY)).isEqualTo(RuleLevel.STRICT);
    assertThat(levels.of(Rule.INSTALL_NAME)).isEqualTo(RuleLevel.WARN);
    assertThat(levels.of(Rule.BUILD_PATH)).isEqualTo(RuleLevel.REPORT);
    assertThat(levels.levels()).containsOnlyKeys(Rule.values());
  }

  @Test
  @DisplayName("are switched rule by rule")
  void with() {
    RuleLevels switched =
        levels.with(Map.of(Rule.STACK, RuleLevel.OFF, Rule.BUILD_PATH, RuleLevel.STRICT));

    assertThat(switched.of(Rule.STACK)).isEqualTo(RuleLevel.OFF);
    assertThat(switched.of(Rule.BUILD_PATH)).isEqualTo(RuleLevel.STRICT);
    assertThat(switched.of(Rule.LIBRARY)).isEqualTo(RuleLevel.STRICT);
    assertThat(levels.of(Rule.STACK)).as("the levels they come from").isEqualTo(RuleLevel.STRICT);
  }

  @Test
  @DisplayName("are lowered together, and none is raised")
  void atMost() {
    RuleLevels warnings = levels.with(Map.of(Rule.STACK, RuleLevel.OFF)).atMost(RuleLevel.WARN);

    assertThat(warnings.of(Rule.LIBRARY)).isEqualTo(RuleLevel.WARN);
    assertThat(warnings.of(Rule.INSTALL_NAME)).isEqualTo(RuleLevel.WARN);
    assertThat(warnings.of(Rule.BUILD_PATH)).isEqualTo(RuleLevel.REPORT);
    assertThat(warnings.of(Rule.STACK)).isEqualTo(RuleLevel.OFF);
    assertThat(levels.atMost(RuleLevel.OFF).levels().values()).containsOnly(RuleLevel.OFF);
    assertThat(levels.atMost(RuleLevel.STRICT)).isEqualTo(levels);
  }

  @Test
  @DisplayName("are strict for a rule that has none")
  void none() {
    assertThat(new RuleLevels(Map.of(Rule.STACK, RuleLevel.WARN)).of(Rule.LIBRARY))
        .isEqualTo(RuleLevel.STRICT);
  }
}
