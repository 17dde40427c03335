package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The standard library from source")
class StdFromSourceTest {
  private static final String MUSL = "x86_64-unknown-linux-musl";
  private static final String BARE = "thumbv6m-none-eabi";

  @TempDir private Path sysroot;

  @Test
  @DisplayName("needs no prebuilt one, and its source is installed first")
  void component() throws Exception {
    BuildPlan plan = nightly().missingStd(MUSL).plan(Request.of(MUSL).stdFromSource());

    assertThat(plan.stdToInstall()).isEmpty();
    assertThat(plan.components()).containsExactly("rust-src");
    assertThat(plan.jobs().get(0).commandLine()).contains("-Zbuild-std=std,panic_abort");
  }

  @Test
  @DisplayName("is not installed again")
  void there() throws Exception {
    Files.createDirectories(sysroot.resolve("lib/rustlib/src/rust/library/std"));

    assertThat(nightly().plan(Request.of(MUSL).stdFromSource()).components()).isEmpty();
  }

  @Test
  @DisplayName("is core and alloc alone for bare metal, in an invocation of its own")
  void bareMetal() throws Exception {
    BuildPlan plan = nightly().plan(Request.of(MUSL + "," + BARE).stdFromSource());

    assertThat(plan.jobs()).hasSize(2);
    assertThat(plan.jobs().get(1).commandLine()).contains("-Zbuild-std=core,alloc");
  }

  @Test
  @DisplayName("is not built unless it is asked for")
  void notAsked() throws Exception {
    assertThat(nightly().plan(Request.of(MUSL)).jobs().get(0).commandLine())
        .noneMatch(argument -> argument.startsWith("-Z"));
  }

  @Test
  @DisplayName("takes a nightly toolchain, or a stable one that pretends")
  void stable() throws Exception {
    Scene scene = new Scene(sysroot, Crates.pureApp());

    assertThat(scene.problems(Request.of(MUSL).stdFromSource()))
        .extracting(Problem::toString)
        .containsExactly(
            "RC-STD-SOURCE: rust.std=build needs a nightly toolchain; this is rustc 1.95.0\n"
                + "    Add -Drust.channel=nightly, after: rustup toolchain install nightly");
    assertThat(
            scene
                .environment(Map.of("RUSTC_BOOTSTRAP", "1"))
                .plan(Request.of(MUSL).stdFromSource())
                .jobs())
        .hasSize(1);
  }

  @Test
  @DisplayName("cannot be built where its source may not be installed")
  void notInstalled() {
    assertThat(nightly().problems(Request.of(MUSL).stdFromSource().noInstall()))
        .extracting(Problem::toString)
        .containsExactly(
            "RC-STD-SOURCE: the source of the standard library is not installed in "
                + sysroot
                + "\n    Run: rustup component add rust-src");
  }

  @Test
  @DisplayName("is what a target without a prebuilt one is told to take")
  void suggestion() {
    Scene scene =
        nightly()
            .overlay(
                """
                schemaVersion: 1
                targets: { x86_64-unknown-linux-musl: { std: source } }
                """)
            .missingStd(MUSL);

    assertThat(scene.problems(Request.of(MUSL)))
        .extracting(Problem::toString)
        .containsExactly(
            "RC-STD-MISSING: rustup offers no standard library for "
                + MUSL
                + "\n    Have it built from source: -Drust.std=build -Drust.channel=nightly");
  }

  private Scene nightly() {
    return new Scene(sysroot, Crates.pureApp()).rustc("1.97.0-nightly");
  }
}
