package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.plan.RunnerPlan.LeftOut;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.maven.rust.CargoConfig.ConfiguredRunner;
import io.github.rustcross.runner.RunnerRequest;
import io.github.rustcross.runner.RunnerSelection.Runnable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What runs the programs of a target")
class RunnerPlannerTest {
  private static final String HOST = "x86_64-unknown-linux-gnu";
  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final String MAC = "x86_64-apple-darwin";
  private static final String MAC_ARM = "aarch64-apple-darwin";
  private static final String UNIVERSAL = "universal2-apple-darwin";

  @TempDir private Path sysroot;
  private final Map<String, ConfiguredRunner> configured = new LinkedHashMap<>();

  @Test
  @DisplayName("joined from others is what runs those, each once")
  void universal() throws Exception {
    RunnerPlan plan =
        new Scene(sysroot, Crates.pureApp())
            .host(MAC_ARM)
            .onPath("cc", "ssh", "sh", "tar")
            .runners(
                Request.of(UNIVERSAL + "," + MAC_ARM).testedBy(false, UNIVERSAL + "=ssh:me@mac"));

    assertThat(plan.targets())
        .extracting(request -> request.target().triple().value())
        .containsExactlyInAnyOrder(MAC, MAC_ARM);
    assertThat(plan.runners().values()).extracting(Runnable::runner).containsOnly("ssh");
    assertThat(plan.leftOut()).isEmpty();
  }

  @Test
  @DisplayName("is missed once for each target, however often it is asked for")
  void leftOut() throws Exception {
    RunnerPlan plan =
        new Scene(sysroot, Crates.pureApp())
            .runners(Request.of(HOST + "," + UNIVERSAL + "," + MAC).testedBy(false));

    assertThat(plan.runners().keySet()).containsExactly(new TargetTriple(HOST));
    assertThat(plan.leftOut())
        .extracting(left -> left.target().triple().value())
        .containsExactlyInAnyOrder(MAC, MAC_ARM);
    assertThat(plan.leftOut()).extracting(LeftOut::reason).doesNotContain("");
  }

  @Test
  @DisplayName("has to be here where the target was named for tests")
  void named() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                new Scene(sysroot, Crates.pureApp())
                    .runners(Request.of(HOST + "," + MAC).testedBy(true)));

    assertThat(refused.problems()).singleElement().satisfies(RunnerPlannerTest::isUnavailable);
  }

  @Test
  @DisplayName("has to serve where it was named; none serves nobody, and leaves targets out")
  void namedRunner() throws Exception {
    Scene scene = new Scene(sysroot, Crates.pureApp());
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> scene.runners(Request.of(HOST + "," + MAC).testedBy(false, MAC + "=native")));

    assertThat(refused.problems()).singleElement().satisfies(RunnerPlannerTest::isUnavailable);
    RunnerPlan without = scene.runners(Request.of(HOST + "," + MAC).testedBy(false, MAC + "=none"));
    assertThat(without.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly("none: it runs nothing, as asked for");
    assertThat(without.without(Set.of(new TargetTriple(HOST))).targets()).isEmpty();
  }

  private static void isUnavailable(Problem problem) {
    assertThat(problem.code()).isEqualTo(ProblemCode.RUNNER_UNAVAILABLE);
    assertThat(problem.message()).startsWith("programs for " + MAC + " cannot be run here: ");
  }

  @Test
  @DisplayName("is what the user tells cargo: the variable, then the triple, then cfg(…)")
  void configured() throws Exception {
    configured.put("cfg(windows)", new ConfiguredRunner(List.of("never"), true));
    configured.put("cfg(unix)", new ConfiguredRunner(List.of("/bin/near", "-x"), true));
    configured.put("cfg(target_os = \"linux\")", new ConfiguredRunner(List.of("later"), true));
    assertThat(runner(Map.of()).command()).containsExactly("/bin/near", "-x");
    assertThat(runner(Map.of()).label()).isEqualTo("near");

    configured.put(ARM, new ConfiguredRunner(List.of("emulator", "a b"), false));
    assertThat(runner(Map.of()).command()).containsExactly("emulator", "a b");
    assertThat(runner(Map.of()).reason()).isEqualTo("said by cargo's configuration");

    String variable = "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER";
    Runnable own = runner(Map.of(variable, " tools/run  -v "));
    assertThat(own.command()).containsExactly(Crates.ROOT.resolve("tools/run").toString(), "-v");
    assertThat(own.runner()).isEqualTo("run");
    assertThat(own.reason()).isEqualTo("said by " + variable);
    assertThat(runner(Map.of(variable, "valgrind")).command()).containsExactly("valgrind");
    assertThat(runner(Map.of(variable, "/")).runner()).isEqualTo("/");
    assertThat(runner(Map.of(variable, "  ")).command()).containsExactly("emulator", "a b");
  }

  @Test
  @DisplayName("has to be there where cargo is told of it")
  void configuredInVain() {
    configured.put(ARM, new ConfiguredRunner(List.of("emulated"), false));
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> runner(Map.of()));

    assertThat(refused.problems())
        .singleElement()
        .asString()
        .startsWith(
            "RC-RUNNER-UNAVAILABLE: programs for "
                + ARM
                + " cannot be run here: cargo's configuration: there is no program emulated");
  }

  @Test
  @DisplayName("is what rust.test.runner says, whatever cargo is told")
  void words() throws Exception {
    configured.put(ARM, new ConfiguredRunner(List.of("emulator"), false));

    assertThat(runner(Map.of(), "ssh:me@board").runner()).isEqualTo("ssh");
    assertThat(runner(Map.of(), "auto").runner()).isEqualTo("emulator");
    assertThat(runner(Map.of(), "ssh:me@board", ARM + "=auto").runner()).isEqualTo("emulator");
  }

  @Test
  @DisplayName("is read from words with names, groups, the host, and arguments of any kind")
  void parsed() throws Exception {
    assertThat(request(ARM, "native")).isEqualTo(named("native", null));
    assertThat(request(ARM, "ssh:pi@board:/tmp/a=b")).isEqualTo(named("ssh", "pi@board:/tmp/a=b"));
    assertThat(request(ARM, ARM + "=container:registry:5000/image:1=2"))
        .isEqualTo(named("container", "registry:5000/image:1=2"));
    assertThat(request(HOST, "@linux=ssh:x", "host=native")).isEqualTo(named("native", null));
    assertThat(request(ARM, "@linux=ssh:x", "host=native")).isEqualTo(named("ssh", "x"));
    assertThat(request(MAC, "@linux=ssh:x")).isEqualTo(new RunnerRequest.Auto());
    assertThat(request(MAC, "wine", "@linux=native")).isEqualTo(named("wine", null));
    assertThat(request(MAC_ARM, UNIVERSAL + "=ssh:mac")).isEqualTo(named("ssh", "mac"));
    assertThat(request(ARM, ARM + "=ssh:first", ARM + "=ssh:last")).isEqualTo(named("ssh", "last"));
    assertThat(request(ARM)).isEqualTo(new RunnerRequest.Auto());
  }

  @Test
  @DisplayName("is refused, all at once, where a word names what there is not")
  void unknown() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> request(ARM, "vine", "aarch64-unknown-linux-gnuu=native", "@nix=native", "=ssh"));

    assertThat(refused.problems())
        .extracting(Problem::message)
        .containsExactly(
            "rust.test.runner: there is no runner 'vine'",
            "rust.test.runner: there is no target or group 'aarch64-unknown-linux-gnuu'",
            "rust.test.runner: there is no target or group '@nix'",
            "rust.test.runner: there is no target or group ''");
    assertThat(refused.problems().get(0).suggestion().orElseThrow()).contains("wine");
    assertThat(refused.problems().get(1).suggestion().orElseThrow()).contains(ARM);
  }

  @Test
  @DisplayName("does not hide the user's own rustdoc: the variable's, then cargo's configuration's")
  void rustdoc() throws Exception {
    assertThat(variable(Map.of(), Optional.empty(), "RUSTDOC")).contains("/cache/wrappers/");
    assertThat(variable(Map.of(), Optional.empty(), TestRecorder.RUSTDOC)).isEmpty();
    assertThat(variable(Map.of(), Optional.of("/file"), TestRecorder.RUSTDOC)).isEqualTo("/file");
    assertThat(variable(Map.of("RUSTDOC", "/own"), Optional.of("/file"), TestRecorder.RUSTDOC))
        .isEqualTo("/own");
    assertThat(variable(Map.of("RUSTC_WRAPPER", "/w"), Optional.empty(), "RUSTC_WRAPPER"))
        .isEqualTo("/w");
  }

  @Test
  @DisplayName("sees the libraries that were linked, also those that are this machine's")
  void linked() throws Exception {
    assertThat(linkedAgainst("debian-12")).endsWith("-L /sysroots/debian-12/" + ARM);
    assertThat(linkedAgainst("multiarch")).endsWith("-L /");
  }

  private String linkedAgainst(String words) throws ProblemException {
    return String.join(
        " ",
        new Scene(sysroot, Crates.pureApp())
            .onPath("cc", "qemu-aarch64")
            .runners(Request.of(ARM).sysroot(words).testedBy(false))
            .runners()
            .get(new TargetTriple(ARM))
            .command());
  }

  private String variable(Map<String, String> variables, Optional<String> configured, String name)
      throws ProblemException {
    CargoJob job =
        new Scene(sysroot, Crates.pureApp())
            .environment(variables)
            .config(
                new CargoConfig(
                    List.of(), List.of(), false, Map.of(), configured, List.of(), List.of()))
            .plan(Request.of(HOST).testedBy(false))
            .jobs()
            .get(0);
    return Optional.ofNullable(job.environment().get(name))
        .map(setting -> setting.value())
        .orElse("");
  }

  private Runnable runner(Map<String, String> variables, String... words) throws ProblemException {
    return new Scene(sysroot, Crates.pureApp())
        .environment(variables)
        .onPath("cc", "ssh", "sh", "tar", "emulator", "valgrind")
        .config(
            new CargoConfig(
                List.of(), List.of(), false, configured, Optional.empty(), List.of(), List.of()))
        .runners(Request.of(ARM).testedBy(false, words))
        .runners()
        .get(new TargetTriple(ARM));
  }

  private static RunnerRequest request(String triple, String... words) throws ProblemException {
    return RunnerWords.of(TargetCatalog.bundled(), new TargetTriple(HOST), List.of(words))
        .request(new TargetTriple(triple));
  }

  private static RunnerRequest named(String name, String argument) {
    return new RunnerRequest.Named(name, Optional.ofNullable(argument));
  }
}
