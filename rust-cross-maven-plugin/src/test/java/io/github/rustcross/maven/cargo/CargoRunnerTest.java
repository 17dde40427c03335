package io.github.rustcross.maven.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.maven.fixture.FakeRust;
import io.github.rustcross.maven.fixture.RecordedLog;
import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.toolchain.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A run of cargo")
class CargoRunnerTest {
  @TempDir private Path folder;

  @Test
  @DisplayName(
      "tells those who debug the command line and each variable that is not the user's own")
  void debug() throws Exception {
    RustCommands commands =
        new FakeRust(folder).with("cargo", "echo \"$CC_some_target\" >&2").commands(folder);
    Map<String, Setting> environment = new HashMap<>();
    commands
        .environment()
        .forEach(
            (name, value) -> environment.put(name, new Setting(value, Origin.of("environment"))));
    environment.put("HOST_CC", new Setting("gcc", Origin.of("environment: CC")));
    environment.put("CC_some_target", new Setting("/a b/cc", new Origin("catalog.yaml", 12, 3)));
    CargoJob job =
        new CargoJob(
            "build",
            List.of(),
            List.of("--release"),
            List.of(),
            folder.resolve("out"),
            environment,
            Optional.empty(),
            Optional.empty());

    try (RecordedLog log = new RecordedLog()) {
      CargoOutcome outcome =
          new CargoRunner(new ProcessRunner()).run(commands, job, false, Duration.ofHours(1));

      assertThat(outcome.exitCode()).isZero();
      assertThat(log.lines())
          .containsExactly(
              "debug: cargo build --release --target-dir " + folder.resolve("out"),
              "debug:   CC_some_target=/a b/cc   [catalog.yaml:12:3]",
              "debug:   HOST_CC=gcc   [environment: CC]");
    }
  }
}
