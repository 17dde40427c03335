package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.report.PlanPrinter;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.toolchain.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cargo in a container")
class LaunchedJobTest {
  private static final String GNU = "x86_64-unknown-linux-gnu";
  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final String RISCV = "riscv64gc-unknown-linux-gnu";
  private static final String MUSL = "x86_64-unknown-linux-musl";

  @TempDir private Path folder;
  private Path sysroot;

  @BeforeEach
  void rust() throws Exception {
    sysroot = folder.resolve("rust");
    Files.createDirectories(sysroot.resolve("bin"));
    Files.createFile(sysroot.resolve("bin/cargo"));
  }

  private Scene scene(CrateGraph graph) {
    return new Scene(sysroot, graph).onPath("podman");
  }

  private static Request request(String targets, String... toolchains) {
    return Request.of(targets).crossToolchain(toolchains);
  }

  private static List<String> images(BuildPlan plan) {
    return plan.jobs().stream()
        .map(
            job ->
                job.launcher()
                    .flatMap(launcher -> launcher.launch().image())
                    .map(Launch.Image::name)
                    .orElse("none"))
        .toList();
  }

  private static List<String> values(CargoJob job, String option) {
    List<String> words = job.launcherWords();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(option)) {
        values.add(words.get(i + 1));
      }
    }
    return values;
  }

  @Test
  @DisplayName("builds all targets of an image together, in a folder of the image's own")
  void together() throws Exception {
    BuildPlan plan =
        scene(Crates.pureApp())
            .plan(
                request(
                    String.join(",", GNU, ARM, RISCV, MUSL),
                    "container:many:1",
                    GNU + "=container:old:7",
                    MUSL + "=rust-lld"));

    assertThat(images(plan)).containsExactly("old:7", "many:1", "none");
    assertThat(plan.jobs().get(1).units())
        .extracting(unit -> unit.target().triple().value())
        .containsExactly(ARM, RISCV);
    assertThat(plan.jobs()).extracting(CargoJob::targetDir).doesNotHaveDuplicates();
    assertThat(plan.jobs().get(1).commandLine())
        .startsWith("build", "--manifest-path")
        .containsSubsequence("--target", ARM, "--target", RISCV);
    assertThat(plan.targets().get(1).toolchain()).isEqualTo("container");
    assertThat(plan.targets().get(1).toolchainVersion()).contains("many:1");
  }

  @Test
  @DisplayName("sees the crate, what it depends on and cargo's own folders, and no other")
  void folders() throws Exception {
    Path outside = Files.createDirectories(folder.resolve("shared/util"));
    Files.createFile(outside.resolve("Cargo.toml"));
    Files.createFile(outside.resolveSibling("Cargo.toml"));
    CargoPackage util =
        new CargoPackage(
            "path+file://" + outside + "#util@1.0.0",
            "util",
            "1.0.0",
            outside.resolve("Cargo.toml"),
            List.of(Crates.lib("util", "lib")),
            List.of(),
            Set.of(),
            List.of());
    CrateGraph graph = Crates.graph(1, Crates.of("app", List.of(Crates.bin("app"))), util);
    Path settings = folder.resolve(".cargo/config.toml");
    CargoConfig config =
        new CargoConfig(
            List.of(),
            List.of(),
            false,
            Map.of(),
            Optional.empty(),
            List.of(settings),
            List.of(folder.resolve("vendor")));

    CargoJob job = scene(graph).config(config).plan(request(GNU, "container:gcc:1")).jobs().get(0);

    assertThat(values(job, "--dir"))
        .containsExactly(
            "/home/me/crate",
            "/home/me/crate/target/rust-cross/cargo",
            folder.resolve("shared").toString(),
            "/home/me/.cargo/.package-cache",
            "/home/me/.cargo/.package-cache-mutate");
    assertThat(values(job, "--read"))
        .containsExactly(settings.toString(), folder.resolve("vendor").toString());
    assertThat(values(job, "--cache"))
        .containsExactly("/home/me/.cargo/registry", "/home/me/.cargo/git");
    assertThat(values(job, "--rust")).containsExactly(sysroot.toString());
    assertThat(job.launcherWords()).endsWith("--");
  }

  @Test
  @DisplayName(
      "gets cargo's variables, the POM's and proxies, and none of this machine's compilers")
  void variables() throws Exception {
    CargoJob job =
        scene(Crates.appWithC())
            .environment(
                Map.of(
                    "PATH", "/usr/bin",
                    "CC", "gcc",
                    "CC_aarch64_unknown_linux_gnu", "/opt/gcc",
                    "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER", "/opt/gcc",
                    "CARGO_NET_RETRY", "3",
                    "RUSTC_WRAPPER", "sccache",
                    "https_proxy", "http://proxy:3128"))
            .plan(request(ARM, "container:gcc:1").environment(Map.of("ACME", "1", "CC", "own")))
            .jobs()
            .get(0);

    assertThat(values(job, "--env"))
        .containsExactly(
            "ACME",
            "CARGO_HOME",
            "CARGO_NET_RETRY",
            "CARGO_TERM_PROGRESS_WHEN",
            "CARGO_TERM_PROGRESS_WIDTH",
            "CC",
            "https_proxy");
    assertThat(job.environment().get("CC").value()).isEqualTo("own");
    assertThat(job.environment().get("CARGO_HOME").value()).isEqualTo("/home/me/.cargo");
  }

  @Test
  @DisplayName(
      "needs no C compiler on this machine, and no standard library where its Rust is used")
  void imagesRust() throws Exception {
    String overlay =
        """
        schemaVersion: 1
        toolchains:
          container:
            launcher: { hostRust: [] }
        """;
    Scene scene = scene(Crates.appWithC()).withoutTools().missingStd(ARM);

    BuildPlan plan = scene.plan(request(ARM, "container:gcc:1"));
    assertThat(plan.stdToInstall()).containsExactly(ARM);
    assertThat(plan.tools()).isEmpty();

    BuildPlan own = scene.overlay(overlay).plan(request(ARM, "container:rust:1").noInstall());
    assertThat(own.stdToInstall()).isEmpty();
    assertThat(own.jobs().get(0).launcherWords())
        .containsSubsequence("--release", "1.95.0", "--target", ARM)
        .doesNotContain("--rust");
  }

  @Test
  @DisplayName("uses the image's Rust where this machine's lies in a folder with other things")
  void distribution() throws Exception {
    Files.delete(sysroot.resolve("bin/cargo"));

    CargoJob job = scene(Crates.pureApp()).plan(request(GNU, "container:rust:1")).jobs().get(0);

    assertThat(values(job, "--release")).containsExactly("1.95.0");
    assertThat(values(job, "--rust")).isEmpty();
  }

  @Test
  @DisplayName("is told of a floor below Rust's own, as everything is")
  void floor() throws Exception {
    Scene scene = scene(Crates.pureApp());

    assertThat(scene.problems(request(GNU, "container:gcc:1").glibc("2.5")))
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith("RC-FLOOR-INVALID: rust.glibc=2.5 is below glibc 2.17");
    assertThat(
            scene
                .plan(request(GNU, "container:gcc:1").glibc("2.31"))
                .targets()
                .get(0)
                .floor()
                .map(Object::toString))
        .contains("2.31");
  }

  @Test
  @DisplayName("is in the plan, with all that goes in and where it is from")
  void printed() throws Exception {
    BuildPlan plan =
        scene(Crates.pureApp())
            .environment(Map.of("RUST_LOG", "debug", "HOME", "/home/me"))
            .plan(request(GNU, "container:gcc:1"));

    List<String> lines = PlanPrinter.lines(plan, new RunnerPlan(List.of(), Map.of(), List.of()));

    assertThat(lines)
        .contains(
            "  started by /usr/bin/podman 4.3.1 in image gcc:1",
            "    sees /home/me/crate",
            "    keeps /home/me/.cargo/registry",
            "    with --rust " + sysroot,
            "    RUST_LOG=debug   [environment]")
        .noneMatch(line -> line.contains("HOME=/home/me "));
  }
}
