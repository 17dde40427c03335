package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.toolchain.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Settings for some targets alone")
class PerTargetTest {
  private static final String GNU = "aarch64-unknown-linux-gnu";
  private static final String HOST = "x86_64-unknown-linux-gnu";
  private static final String MUSL = "x86_64-unknown-linux-musl";
  private static final String ARM_MUSL = "aarch64-unknown-linux-musl";

  @TempDir private Path sysroot;

  @Test
  @DisplayName("features: an invocation for each set of them, in one target folder")
  void features() throws Exception {
    BuildPlan plan =
        plan(
            Request.of(String.join(",", GNU, MUSL, ARM_MUSL))
                .perTarget("@musl", features("small"))
                .perTarget(ARM_MUSL, features("tiny", "small")));

    assertThat(plan.jobs()).hasSize(3);
    assertThat(plan.jobs().get(0).commandLine()).doesNotContain("--features");
    assertThat(plan.jobs().get(1).commandLine()).containsSequence("--features", "small");
    assertThat(plan.jobs().get(2).commandLine()).containsSequence("--features", "small,tiny");
    assertThat(plan.jobs())
        .extracting(CargoJob::targetDir)
        .containsOnly(plan.jobs().get(0).targetDir());
    assertThat(plan.targets())
        .extracting(target -> target.target().triple().value())
        .containsExactly(GNU, MUSL, ARM_MUSL);
  }

  @Test
  @DisplayName("rustflags: behind all others, in the same invocation")
  void rustflags() throws Exception {
    BuildPlan plan =
        plan(
            Request.of(GNU + "," + MUSL)
                .perTarget(MUSL, rustflags("-C", "target-cpu=x86-64-v2", "-C", "lto")));

    assertThat(plan.jobs()).hasSize(1);
    List<Setting> flags = plan.jobs().get(0).units().get(1).environment().rustflags();
    assertThat(flags.subList(flags.size() - 4, flags.size()))
        .extracting(flag -> flag.value() + " [" + flag.origin() + "]")
        .containsExactly(
            "-C [POM, perTarget]",
            "target-cpu=x86-64-v2 [POM, perTarget]",
            "-C [POM, perTarget]",
            "lto [POM, perTarget]");
    assertThat(plan.jobs().get(0).units().get(0).environment().rustflags())
        .extracting(Setting::value)
        .doesNotContain("lto");
  }

  @Test
  @DisplayName("environment: an invocation and a target folder of its own, and the last word")
  void environment() throws Exception {
    BuildPlan plan =
        plan(
            Request.of(GNU + "," + MUSL)
                .environment(Map.of("GREETING", "all", "OTHER", "all"))
                .perTarget(MUSL, environment(Map.of("GREETING", "musl"))));

    assertThat(plan.jobs()).hasSize(2);
    assertThat(plan.jobs().get(0).environment().get("GREETING").value()).isEqualTo("all");
    assertThat(plan.jobs().get(1).environment().get("GREETING").value()).isEqualTo("musl");
    assertThat(plan.jobs().get(1).environment().get("OTHER").value()).isEqualTo("all");
    assertThat(plan.jobs().get(1).targetDir())
        .isNotEqualTo(plan.jobs().get(0).targetDir())
        .startsWithRaw(plan.jobs().get(0).targetDir());
  }

  @Test
  @DisplayName(
      "glibc: wins over the floor for all, and loses to the floor of the target's own word")
  void floor() throws Exception {
    Request request =
        Request.of(GNU + "," + HOST + ".2.31,riscv64gc-unknown-linux-gnu")
            .glibc("2.30")
            .perTarget("@gnu", floor("2.28"))
            .perTarget("riscv64gc-unknown-linux-gnu", floor("2.35"));

    assertThat(plan(request).targets())
        .extracting(target -> target.floor().orElseThrow().toString())
        .containsExactly("2.28", "2.31", "2.35");
  }

  @Test
  @DisplayName("glibc: below what the target can do is an error that names where it is said")
  void floorTooLow() {
    assertThat(problems(Request.of(GNU).perTarget(GNU, floor("2.5"))))
        .extracting(Problem::toString)
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("RC-FLOOR-INVALID: <perTarget>: glibc 2.5 is below glibc 2.17"));
  }

  @Test
  @DisplayName("crossToolchain: wins over the toolchain for all")
  void toolchain() throws Exception {
    Scene scene = new Scene(sysroot, Crates.appWithC());
    BuildPlan plan =
        scene
            .onPath("cc", "aarch64-linux-gnu-gcc", "aarch64-linux-gnu-g++", "aarch64-linux-gnu-ar")
            .plan(
                Request.of(GNU + "," + MUSL)
                    .crossToolchain("zig")
                    .perTarget(GNU, toolchain("gcc")));

    assertThat(plan.targets())
        .extracting(TargetPlan::toolchain)
        .containsExactly("gcc", "zig + rust-lld");
  }

  @Test
  @DisplayName("attach: wins over the way for all")
  void attach() throws Exception {
    BuildPlan plan =
        plan(
            Request.of(GNU + "," + MUSL + ",x86_64-pc-windows-gnu")
                .attach(Delivery.JAR)
                .perTarget("@windows," + MUSL, attach(Delivery.ARCHIVE)));

    assertThat(plan.targets())
        .extracting(target -> target.artifacts().get(0).type())
        .containsExactly("jar", "tar.gz", "zip");
  }

  @Test
  @DisplayName("host and targets that are not built now may be named")
  void others() throws Exception {
    BuildPlan plan = plan(Request.of(HOST).perTarget("host," + GNU, features("fast")));

    assertThat(plan.jobs().get(0).commandLine()).containsSequence("--features", "fast");
  }

  @Test
  @DisplayName("go over to both parts of a joined target")
  void universal() throws Exception {
    BuildPlan plan =
        plan(
            Request.of("universal2-apple-darwin")
                .perTarget("universal2-apple-darwin", rustflags("-Cstrip=none")));

    assertThat(plan.jobs().get(0).units())
        .hasSize(2)
        .allSatisfy(
            unit ->
                assertThat(unit.environment().rustflags())
                    .extracting(Setting::value)
                    .contains("-Cstrip=none"));
  }

  @Test
  @DisplayName("for a target, group or toolchain that does not exist are errors, all at once")
  void unknown() {
    assertThat(
            problems(
                Request.of(MUSL)
                    .perTarget("@mulls", features("a"))
                    .perTarget("x86_64-unknown-linux-mulls", toolchain("zip"))))
        .extracting(Problem::toString)
        .containsExactly(
            "RC-TARGET-UNKNOWN: <perTarget>: there is no target or group '@mulls'\n"
                + "    Did you mean @musl?",
            "RC-TOOLCHAIN-UNKNOWN: <perTarget>: there is no toolchain 'zip'\n"
                + "    Did you mean zig?",
            "RC-TARGET-UNKNOWN: <perTarget>: there is no target or group"
                + " 'x86_64-unknown-linux-mulls'\n"
                + "    Did you mean x86_64-unknown-linux-musl or x86_64-unknown-linux-gnu or"
                + " x86_64-unknown-linux-gnux32?");
  }

  private BuildPlan plan(Request request) throws Exception {
    return new Scene(sysroot, Crates.pureApp()).plan(request);
  }

  private List<Problem> problems(Request request) {
    return new Scene(sysroot, Crates.pureApp()).problems(request);
  }

  private static TargetSettings features(String... names) {
    return settings(List.of(names), List.of(), Map.of(), Optional.empty(), Optional.empty());
  }

  private static TargetSettings rustflags(String... flags) {
    return settings(List.of(), List.of(flags), Map.of(), Optional.empty(), Optional.empty());
  }

  private static TargetSettings environment(Map<String, String> variables) {
    return settings(List.of(), List.of(), variables, Optional.empty(), Optional.empty());
  }

  private static TargetSettings toolchain(String name) {
    return settings(List.of(), List.of(), Map.of(), Optional.of(name), Optional.empty());
  }

  private static TargetSettings attach(Delivery delivery) {
    return settings(List.of(), List.of(), Map.of(), Optional.empty(), Optional.of(delivery));
  }

  private static TargetSettings settings(
      List<String> features,
      List<String> rustflags,
      Map<String, String> environment,
      Optional<String> toolchain,
      Optional<Delivery> delivery) {
    return new TargetSettings(
        features,
        rustflags,
        environment,
        new FloorRequest.Unspecified(),
        toolchain,
        Optional.empty(),
        delivery,
        VerifySettings.NONE,
        Optional.empty());
  }

  private static TargetSettings floor(String version) {
    return new TargetSettings(
        List.of(),
        List.of(),
        Map.of(),
        new FloorRequest.AtMost(GlibcVersion.parse(version).orElseThrow()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        VerifySettings.NONE,
        Optional.empty());
  }
}
