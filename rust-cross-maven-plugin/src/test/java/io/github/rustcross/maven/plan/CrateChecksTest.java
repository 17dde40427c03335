package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.Workspace;
import io.github.rustcross.maven.rust.Workspace.Features;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is asked for of a workspace")
class CrateChecksTest {
  private static final Set<String> PROFILES = Set.of("dev", "release", "test", "bench", "dist");

  /** Two packages, of which cargo builds both. */
  private static final Workspace WORKSPACE =
      new Workspace(
          new CrateGraph(
              Map.of(
                  Crates.id("app"), Crates.of("app", List.of(Crates.bin("app"))),
                  Crates.id("server"), Crates.of("server", List.of(Crates.bin("server")))),
              List.of(Crates.id("app"), Crates.id("server")),
              List.of(Crates.id("app"), Crates.id("server")),
              Crates.ROOT),
          Map.of(
              Crates.id("app"), new Features(Set.of("default", "tls"), Set.of("ring")),
              Crates.id("server"), new Features(Set.of("admin"), Set.of())));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tls",
        "default",
        "admin",
        "tls admin",
        "app/tls",
        "server/admin",
        "ring/std",
        "ring?/std"
      })
  @DisplayName("may be features of any package that is built, of members and of dependencies")
  void features(String words) {
    assertThat(check(Request.of("host").features(words))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tsl         | tsl         | Did you mean tls?
          tls nope    | nope        | It has: admin, default, tls
          dep:ring    | dep:ring    | It has: admin, default, tls
          app/tsl     | app/tsl     | Did you mean app/tls?
          server/tls  | server/tls  | It has: app/default, app/tls, server/admin
          """)
  @DisplayName("is no feature, and the nearest are told")
  void unknownFeature(String words, String feature, String suggestion) {
    assertThat(check(Request.of("host").features(words)))
        .containsExactly(
            Problem.of(
                ProblemCode.FEATURE_UNKNOWN,
                "rust.features: packages app, server have no feature '%s'".formatted(feature),
                suggestion));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls", "app/tls"})
  @DisplayName("is a feature of a package that is not built")
  void featureOfAnother(String feature) {
    assertThat(check(Request.of("host").packages("server").features(feature)))
        .containsExactly(
            Problem.of(
                ProblemCode.FEATURE_UNKNOWN,
                "rust.features: package server has no feature '%s'".formatted(feature),
                "It is a feature of app, which is not built: name it with -Drust.package."));
  }

  @Test
  @DisplayName("is not judged where arguments for cargo choose other packages")
  void cargoArguments() {
    assertThat(check(Request.of("host").features("x").cargoArgs("--workspace"))).isEmpty();
    assertThat(check(Request.of("host").profile("x").cargoArgs("--config", "a.toml"))).isEmpty();
    assertThat(check(Request.of("host").profile("x").cargoArgs("--config=a.toml"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dits  | Did you mean dist?
          debug | Known are: bench, dev, dist, release, test
          """)
  @DisplayName("is no profile, which is told once, however many targets there are")
  void unknownProfile(String profile, String suggestion) {
    assertThat(check(Request.of("@musl").profile(profile)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PROFILE_UNKNOWN))
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .isEqualTo(
                        "rust.profile: neither cargo nor the crate has a profile '%s'"
                            .formatted(profile)))
        .satisfies(problem -> assertThat(problem.suggestion()).contains(suggestion));
  }

  @Test
  @DisplayName("is told at once, as far as it is wrong")
  void together() {
    assertThat(check(Request.of("host").bins("sever").features("tsl").profile("nope")))
        .extracting(Problem::code)
        .containsExactly(
            ProblemCode.FEATURE_UNKNOWN,
            ProblemCode.CRATE_TARGET_UNKNOWN,
            ProblemCode.PROFILE_UNKNOWN);
    assertThat(check(Request.of("host").packages("ap")))
        .singleElement()
        .isEqualTo(
            Problem.of(
                ProblemCode.CRATE_TARGET_UNKNOWN,
                "rust.package: the workspace has no package 'ap'",
                "Did you mean app?"));
  }

  @Test
  @DisplayName("is any profile where it cannot be told which there are")
  void unknowable() {
    assertThat(
            CrateChecks.check(Request.of("host").profile("x").build(), WORKSPACE, Optional.empty()))
        .isEmpty();
  }

  private static List<Problem> check(Request request) {
    return CrateChecks.check(request.build(), WORKSPACE, Optional.of(PROFILES));
  }
}
