package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("How much rules count")
class VerifyPlanTest {
  private static final String GNU = "x86_64-unknown-linux-gnu";

  @TempDir private Path sysroot;

  @Test
  @DisplayName("is what the catalog says, and less for what only this machine has to run")
  void host() throws Exception {
    assertThat(level(Request.of(GNU), Rule.LIBRARY)).isEqualTo(RuleLevel.STRICT);
    assertThat(level(Request.of("host"), Rule.LIBRARY)).isEqualTo(RuleLevel.WARN);
    assertThat(level(Request.of("host"), Rule.MACHINE)).isEqualTo(RuleLevel.STRICT);
  }

  @Test
  @DisplayName("is what the user says, for all targets and then for one")
  void switches() throws Exception {
    VerifySettings all =
        new VerifySettings(
            List.of("libz.so.1"),
            Map.of(Rule.STACK, RuleLevel.OFF, Rule.LIBRARY, RuleLevel.STRICT));
    VerifySettings one =
        new VerifySettings(List.of("libssl.so.3"), Map.of(Rule.STACK, RuleLevel.REPORT));
    Request request = Request.of("host").verification(all).perTarget(GNU, TargetSettings.of(one));

    assertThat(level(request, Rule.STACK)).isEqualTo(RuleLevel.REPORT);
    assertThat(level(request, Rule.LIBRARY)).isEqualTo(RuleLevel.STRICT);
    assertThat(plan(request).allowed()).containsExactly("libz.so.1", "libssl.so.3");
  }

  private RuleLevel level(Request request, Rule rule) throws Exception {
    return plan(request).levels().of(rule);
  }

  private VerifyPlan plan(Request request) throws Exception {
    return new Scene(sysroot, Crates.pureApp()).plan(request).targets().get(0).verification();
  }
}
