package io.github.rustcross.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.cargo.CargoRunner;
import io.github.rustcross.maven.fixture.RecordedLog;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoMetadata;
import io.github.rustcross.maven.rust.Channels;
import io.github.rustcross.maven.rust.RustProbe;
import io.github.rustcross.maven.rust.Rustup;
import io.github.rustcross.maven.tool.InstalledRunners;
import io.github.rustcross.maven.tool.LauncherImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real rustup with nothing installed, whose server cannot be reached. */
@DisplayName("A build whose Rust toolchain is not installed")
class MissingToolchainTest {
  private static final String INSTALL =
      "rustup toolchain install 1.80.0 --profile minimal --no-self-update";

  @TempDir private Path folder;
  private HostSystem host;
  private CrossBuild build;

  @BeforeEach
  void machine() throws Exception {
    assumeTrue(new HostSystem().program("rustup").isPresent(), "needs rustup on PATH");
    Map<String, String> environment = new HostSystem().environment();
    environment.remove("RUSTUP_TOOLCHAIN");
    environment.put("RUSTUP_HOME", folder.resolve("rustup").toString());
    environment.put("RUSTUP_DIST_SERVER", "http://127.0.0.1:9");
    host = new HostSystem(environment, System::getProperty);
    ProcessRunner processes = new ProcessRunner();
    build =
        new CrossBuild(
            new Provisioning(
                new PlanService(
                    host,
                    processes,
                    new RustProbe(host, processes),
                    new CargoMetadata(processes),
                    new InstalledRunners(host, processes)),
                host,
                new Rustup(processes),
                new Channels(processes),
                new LauncherImages(processes)),
            new CargoRunner(processes));
    Files.writeString(folder.resolve("Cargo.toml"), "[package]\nname = \"app\"\n");
  }

  @Test
  @DisplayName("installs it first, under the lock of rustup's home, and says so")
  void installs() {
    try (RecordedLog log = new RecordedLog()) {
      List<Problem> problems = problems(request());

      assertThat(log.lines())
          .filteredOn(line -> !line.startsWith("debug: "))
          .containsExactly("info: Installing a Rust toolchain: " + INSTALL);
      assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.CHANNEL_MISSING);
      assertThat(problems.get(0).message()).startsWith("'" + INSTALL + "' failed:\nerror: ");
    }
    assertThat(host.rustupHome().resolve("rust-cross.lock")).exists();
  }

  @Test
  @DisplayName("says how to install it where nothing may be installed")
  void says() {
    assertThat(problems(request().noInstall()))
        .containsExactly(
            Problem.of(
                ProblemCode.CHANNEL_MISSING,
                "rust.channel: the rustup toolchain '1.80.0' is not installed",
                "Run: rustup toolchain install 1.80.0"));
  }

  @Test
  @DisplayName("installs nothing while something else is wrong too")
  void notInVain() {
    assertThat(problems(request().manifest(folder.resolve("gone/Cargo.toml"))))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.MANIFEST_MISSING, ProblemCode.CHANNEL_MISSING);
    assertThat(host.rustupHome().resolve("rust-cross.lock")).doesNotExist();
  }

  private Request request() {
    return Request.of("host").manifest(folder.resolve("Cargo.toml")).channel("1.80.0");
  }

  private List<Problem> problems(Request request) {
    return catchThrowableOfType(
            ProblemException.class,
            () ->
                build.run(
                    request.build(), TargetCatalog::bundled, plan -> {}, Duration.ofSeconds(1)))
        .problems();
  }
}
