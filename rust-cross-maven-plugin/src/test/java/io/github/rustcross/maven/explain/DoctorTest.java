package io.github.rustcross.maven.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.build.Checkup;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Golden;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.plan.SysrootFinder;
import io.github.rustcross.maven.plan.TargetHealth;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the goal doctor says")
class DoctorTest {
  private static final String FEW =
      "host,aarch64-unknown-linux-gnu,s390x-unknown-linux-gnu,x86_64-unknown-linux-musl,"
          + "x86_64-pc-windows-gnu,universal2-apple-darwin,thumbv7em-none-eabihf";

  @TempDir private Path sysroot;

  @Test
  @DisplayName("on a Debian with nothing on it: why not, and one command for apt and rustup each")
  void bareDebian() throws Exception {
    check("bare-debian", bareDebian("rustup", "apt-get").checkup(Request.of(FEW), true));
  }

  @Test
  @DisplayName("on a machine with all that is needed")
  void ready() throws Exception {
    Scene scene =
        new Scene(sysroot, Crates.pureApp())
            .onPath("cc", "rustup", "apt-get", "qemu-aarch64", "qemu-s390x", "wine64");

    check("ready", scene.checkup(Request.of("host,aarch64-unknown-linux-gnu"), true));
  }

  @Test
  @DisplayName("on a Mac: what Homebrew has")
  void mac() throws Exception {
    check(
        "mac",
        new Scene(sysroot, Crates.pureApp())
            .host("aarch64-apple-darwin")
            .onPath("rustup", "brew")
            .withoutTools()
            .missingStd("x86_64-pc-windows-gnu", "x86_64-unknown-linux-musl")
            .checkup(Request.of("host,x86_64-pc-windows-gnu,x86_64-unknown-linux-musl"), true));
  }

  @Test
  @DisplayName("on Windows: commands in one line, because its shells go on otherwise")
  void windows() throws Exception {
    check(
        "windows",
        new Scene(sysroot, Crates.pureApp())
            .host("x86_64-pc-windows-msvc")
            .onPath("rustup", "winget", "choco")
            .withoutTools()
            .missingStd("aarch64-unknown-linux-gnu", "x86_64-unknown-linux-musl", "wasm32-wasip1")
            .checkup(
                Request.of(
                    "host,aarch64-unknown-linux-gnu,x86_64-unknown-linux-musl,wasm32-wasip1"),
                true));
  }

  @Test
  @DisplayName("in a crate: for what this crate compiles")
  void crate() throws Exception {
    Checkup checkup =
        bareDebian("rustup", "apt-get", "x86_64-w64-mingw32-gcc")
            .checkup(Request.of("x86_64-pc-windows-gnu,x86_64-unknown-linux-musl"));

    check("crate", checkup);
    assertThat(checkup.notReady())
        .extracting(health -> health.target().triple().value())
        .contains("x86_64-unknown-linux-musl");
  }

  @Test
  @DisplayName("where there is no Rust: that, and what else is missing")
  void withoutRust() throws Exception {
    Checkup checkup =
        bareDebian("apt-get").withoutRust().checkup(Request.of("x86_64-unknown-linux-musl"), true);

    check("without-rust", checkup);
    assertThat(checkup.notReady()).hasSize(1);
  }

  @Test
  @DisplayName("of all targets, where none is named: one line for each")
  void overview() throws Exception {
    Checkup checkup = bareDebian("rustup", "apt-get").checkup(Request.of("@all"), false);

    List<String> lines = DoctorPage.of(checkup).messages(false);
    assertThat(lines)
        .anyMatch(line -> line.matches("  x86_64-unknown-linux-musl +partly ready  for pure Rust"))
        .anyMatch(line -> line.matches("  s390x-unknown-linux-gnu +not ready     no toolch.*"));
    assertThat(lines.stream().filter(line -> line.matches("  \\S+-\\S+ +(partly|not)? ?ready.*")))
        .hasSameSizeAs(TargetCatalog.bundled().group("all"));
    assertNarrow(lines);
  }

  @Test
  @DisplayName("of all targets without Rust: that alone")
  void overviewWithoutRust() throws Exception {
    List<String> lines =
        DoctorPage.of(bareDebian("apt-get").withoutRust().checkup(Request.of("@all"), false))
            .messages(false);

    assertThat(lines).contains("  without Rust nothing can be built").hasSizeLessThan(15);
  }

  @Test
  @DisplayName("for a toolchain that is named and does not build for a target: which do")
  void named() throws Exception {
    Checkup checkup =
        new Scene(sysroot, Crates.pureApp())
            .checkup(Request.of("x86_64-pc-windows-gnu").crossToolchain("gcc"), true);

    assertThat(DoctorPage.of(checkup).messages(false))
        .anyMatch(line -> line.contains("- gcc: it does not build for this target; what does:"));
    assertThat(checkup.targets())
        .extracting(TargetHealth::status)
        .containsExactly(TargetHealth.Status.NOT_READY);
  }

  @Test
  @DisplayName("for a target whose tools are fetched by the first build: that it is ready")
  void fetches() throws Exception {
    Scene scene =
        new Scene(sysroot, Crates.appWithC())
            .onPath("cc", "rustup")
            .obtainableTools()
            .missingStd("aarch64-unknown-linux-gnu");
    Checkup checkup = scene.checkup(Request.of("aarch64-unknown-linux-gnu"));

    check("fetches", checkup);
    assertThat(checkup.notReady()).isEmpty();
    assertThat(scene.checkup(Request.of("aarch64-unknown-linux-gnu").noInstall()).notReady())
        .as("without the network")
        .hasSize(1);
  }

  @Test
  @DisplayName("for a sysroot: that it is here, is fetched first, or cannot be had, and why")
  void sysroots() throws Exception {
    Scene scene = new Scene(sysroot, Crates.appWithC()).onPath("cc", "rustup");
    Request request = Request.of("aarch64-unknown-linux-gnu").sysroot("debian-12");

    assertThat(facts(scene.checkup(request, true))).contains("debian-12 is here");

    scene.sysroots(new SysrootFinder.State.Obtainable("apt", false));
    Checkup first = scene.checkup(request, true);
    assertThat(facts(first)).contains("debian-12 is fetched by the first build (apt)");
    assertThat(first.targets())
        .extracting(TargetHealth::status)
        .containsExactly(TargetHealth.Status.FETCHES);

    scene.sysroots(
        new SysrootFinder.State.Missing(
            Problem.of(ProblemCode.SYSROOT_MISSING, "debian-12 is not here", "Fetch it.")));
    Checkup never = scene.checkup(request, true);
    assertThat(facts(never)).contains("RC-SYSROOT-MISSING: debian-12 is not here", "Fetch it.");
    assertThat(never.targets())
        .extracting(TargetHealth::status)
        .containsExactly(TargetHealth.Status.NOT_READY);
    JsonNode json = new ObjectMapper().readTree(DoctorJson.of(never));
    assertThat(json.at("/targets/0/sysroot/state").asText()).isEqualTo("missing");
  }

  /** What is told behind the word sysroot. */
  private static List<String> facts(Checkup checkup) {
    return DoctorPage.of(checkup).messages(false).stream()
        .filter(line -> line.startsWith("  sysroot "))
        .map(line -> line.replaceFirst("  sysroot +", ""))
        .toList();
  }

  @Test
  @DisplayName("for programs: states, reasons and commands")
  void json() throws Exception {
    Checkup checkup = bareDebian("rustup", "apt-get").checkup(Request.of(FEW), true);

    JsonNode json = new ObjectMapper().readTree(DoctorJson.of(checkup));

    assertThat(json.at("/rust/rustc").asText()).isEqualTo("1.95.0");
    assertThat(json.at("/packageManagers/0").asText()).isEqualTo("apt");
    assertThat(json.get("targets")).hasSize(7);
    JsonNode musl = json.at("/targets/3");
    assertThat(musl.get("status").asText()).isEqualTo("partly");
    assertThat(musl.at("/std/state").asText()).isEqualTo("installable");
    assertThat(musl.at("/builds/0/toolchain").asText()).isEqualTo("rust-lld");
    assertThat(musl.at("/builds/1/toolchain").isNull()).isTrue();
    assertThat(musl.at("/builds/1/rejections").size()).isPositive();
    assertThat(json.get("commands"))
        .extracting(JsonNode::asText)
        .anyMatch(command -> command.startsWith("apt-get install -y "))
        .anyMatch(command -> command.startsWith("rustup target add "));
  }

  private Scene bareDebian(String... programs) {
    return new Scene(sysroot, Crates.appWithC())
        .onPath(programs)
        .withoutTools()
        .missingStd("s390x-unknown-linux-gnu", "x86_64-unknown-linux-musl");
  }

  private void check(String name, Checkup checkup) {
    List<String> lines =
        DoctorPage.of(checkup).messages(false).stream()
            .map(line -> line.replace(sysroot.toString(), "<sysroot>"))
            .toList();
    assertNarrow(lines);
    Golden.check("explain/doctor-" + name + ".txt", lines);
  }

  /** Nobody can break a path; all else has room. */
  private static void assertNarrow(List<String> messages) {
    for (String message : messages) {
      assertThat(("[INFO] " + message).lines())
          .filteredOn(line -> line.strip().contains(" ") && !line.contains("rustup target add"))
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }
}
