package io.github.rustcross.maven.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.RecordedLog;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.CargoJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cargo's messages")
class CargoMessagesTest {
  private static final String ARTIFACT =
      """
      {"reason":"compiler-artifact","package_id":"path+file:///w/app#1.0.0","manifest_path":"/w/app/\
      Cargo.toml","target":{"kind":["cdylib","staticlib"],"crate_types":["cdylib","staticlib"],\
      "name":"my_lib","src_path":"/w/app/src/lib.rs"},"profile":{},"features":[],"filenames":\
      ["/t/a-b/release/my_lib.dll","/t/a-b/release/libmy_lib.dll.a","/t/a-b/release/my_lib.lib"],\
      "executable":null,"fresh":true}
      """;

  @TempDir private Path sysroot;

  @Test
  @DisplayName("name the files that were built, also those that were found fresh")
  void artifacts() {
    CargoMessages messages = new CargoMessages();

    messages.line(ARTIFACT.strip());
    messages.line("{\"reason\":\"build-script-executed\",\"package_id\":\"x\"}");
    messages.line("{\"reason\":\"build-finished\",\"success\":true}");

    assertThat(messages.produced())
        .containsExactly(
            new ProducedFile(
                "path+file:///w/app#1.0.0",
                "my_lib",
                List.of("cdylib", "staticlib"),
                List.of(
                    Path.of("/t/a-b/release/my_lib.dll"),
                    Path.of("/t/a-b/release/libmy_lib.dll.a"),
                    Path.of("/t/a-b/release/my_lib.lib")),
                true));
  }

  @Test
  @DisplayName("are told apart from what a proc-macro prints, which is logged")
  void otherLines() {
    CargoMessages messages = new CargoMessages();
    try (RecordedLog log = new RecordedLog()) {
      messages.line("hello from a macro");
      messages.line("{ not json");

      assertThat(log.lines()).containsExactly("info: hello from a macro", "info: { not json");
    }
    assertThat(messages.produced()).isEmpty();
  }

  @Test
  @DisplayName("tell the file of an artifact for each target apart")
  void file() throws Exception {
    CargoJob job =
        new Scene(sysroot, Crates.appWithLibrary())
            .plan(Request.of("x86_64-pc-windows-gnu,aarch64-unknown-linux-gnu"))
            .jobs()
            .get(0);
    Path target = job.targetDir();
    ProducedFile windows =
        produced(
            "engine",
            "cdylib",
            target.resolve("x86_64-pc-windows-gnu/release/libengine.dll.a"),
            target.resolve("x86_64-pc-windows-gnu/release/engine.dll"));
    ProducedFile linux =
        produced(
            "engine", "cdylib", target.resolve("aarch64-unknown-linux-gnu/release/libengine.so"));
    CargoOutcome outcome = new CargoOutcome(0, List.of(linux, windows), List.of(), "", "");

    assertThat(file(outcome, job, 0, 0)).contains(windows.files().get(1));
    assertThat(file(outcome, job, 1, 0)).contains(linux.files().get(0));
    assertThat(file(outcome, job, 0, 1)).as("the executable was not built").isEmpty();
  }

  @Test
  @DisplayName("do not pass a file off as another: of another package, kind, name or host")
  void otherFile() throws Exception {
    CargoJob job =
        new Scene(sysroot, Crates.pureApp())
            .plan(Request.of("aarch64-unknown-linux-gnu"))
            .jobs()
            .get(0);
    Path folder = job.targetDir().resolve("aarch64-unknown-linux-gnu/release");
    ProducedFile right = produced("app", "bin", folder.resolve("app"));

    for (ProducedFile wrong :
        List.of(
            new ProducedFile("other#1", "app", List.of("bin"), right.files(), false),
            produced("app", "example", right.files().get(0)),
            produced("other", "bin", right.files().get(0)),
            produced("app", "bin", folder.resolve("app.debug")),
            produced("app", "bin", job.targetDir().resolve("release/app")))) {
      assertThat(file(new CargoOutcome(0, List.of(wrong), List.of(), "", ""), job, 0, 0)).isEmpty();
    }
    assertThat(file(new CargoOutcome(0, List.of(right), List.of(), "", ""), job, 0, 0)).isPresent();
  }

  private static Optional<Path> file(CargoOutcome outcome, CargoJob job, int unit, int artifact) {
    BuildUnit built = job.units().get(unit);
    return outcome.file(job, built, built.artifacts().get(artifact)).map(CompiledFile::path);
  }

  private static ProducedFile produced(String name, String kind, Path... files) {
    return new ProducedFile(Crates.id("app"), name, List.of(kind), List.of(files), false);
  }
}
