package io.github.rustcross.maven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.it.Exec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is on PATH is what an image has. */
@DisplayName("The script that starts cargo in a container")
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "programs are shell scripts here")
class StartCargoTest {
  private static final String CARGO =
      """
      [ "$1" = --version ] && echo cargo 1.95.0 && exit
      for word in "$@"; do printf '[%s]' "$word"; done
      echo " $RUSTUP_TOOLCHAIN $PATH"
      exit 101
      """;

  @TempDir private Path folder;
  private Path script;
  private Path image;

  @BeforeEach
  void prepare() throws IOException {
    String text =
        TargetCatalog.bundled()
            .requireToolchain("container")
            .launcher()
            .orElseThrow()
            .scripts()
            .get("start-cargo.sh")
            .content();
    script = Files.writeString(folder.resolve("start-cargo.sh"), text);
    image = Files.createDirectories(folder.resolve("image"));
  }

  private static void program(Path folder, String name, String text) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Exec.Result run(String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of("/bin/sh", script.toString()));
    line.addAll(List.of(arguments));
    return Exec.run(folder, Map.of("PATH", image.toString(), "RUSTUP_TOOLCHAIN", ""), line);
  }

  @Test
  @DisplayName("puts the Rust that is handed in in front, and hands arguments and exit code on")
  void hostRust() throws Exception {
    Path rust = folder.resolve("my rust");
    program(rust.resolve("bin"), "cargo", CARGO);

    Exec.Result result =
        run("--rust", rust.toString(), "--", "build", "--config", "a = [\"b c\"]", "");

    assertThat(result.exitCode()).isEqualTo(101);
    assertThat(result.stdout())
        .isEqualTo("[build][--config][a = [\"b c\"]][]  %s/bin:%s\n".formatted(rust, image));
  }

  @Test
  @DisplayName("says so where that Rust does not run in the image")
  void foreign() throws Exception {
    Exec.Result result = run("--rust", "/nowhere", "--", "build");

    assertThat(result.exitCode()).isEqualTo(125);
    assertThat(result.stderr())
        .startsWith("error: the Rust of this machine does not run in the image (")
        .contains("launcher.hostRust: []");
  }

  @Test
  @DisplayName("has the image's rustup bring the release and the targets that are missing")
  void rustup() throws Exception {
    program(image, "cargo", CARGO);
    program(image, "rustc", "echo " + folder.resolve("sysroot"));
    Files.createDirectories(folder.resolve("sysroot/lib/rustlib/here/lib"));
    program(image, "rustup", "echo \"$@\" >> " + folder.resolve("log") + "\n[ $1 != run ]");

    Exec.Result result =
        run("--release", "1.95.0", "--target", "here", "--target", "missing", "--", "build");

    assertThat(result.stdout()).startsWith("[build] 1.95.0 ");
    assertThat(Files.readAllLines(folder.resolve("log")))
        .containsExactly(
            "run 1.95.0 rustc --version",
            "toolchain install 1.95.0 --profile minimal --no-self-update",
            "target add missing");
  }

  @Test
  @DisplayName("fails where the image's rustup cannot bring them")
  void refused() throws Exception {
    program(image, "cargo", CARGO);
    program(image, "rustup", "exit 1");

    Exec.Result result = run("--release", "1.95.0", "--", "build");

    assertThat(result.exitCode()).isEqualTo(125);
    assertThat(result.stderr())
        .isEqualTo("error: rustup in the image cannot install Rust 1.95.0\n");
  }

  @Test
  @DisplayName("warns where the image has another Rust, and no rustup")
  void another() throws Exception {
    program(image, "cargo", CARGO);
    program(image, "rustc", "echo 'rustc 1.71.0 (8ede3aae2 2023-07-12)'");

    assertThat(run("--release", "1.71.0", "--", "build").stderr()).isEmpty();
    assertThat(run("--release", "1.95.0", "--", "build").stderr())
        .isEqualTo(
            "warning: the image's own Rust is used, rustc 1.71.0 (8ede3aae2 2023-07-12),"
                + " and not 1.95.0 as on this machine\n");
  }

  @Test
  @DisplayName("says so where the image has no cargo")
  void none() throws Exception {
    assertThat(run("--release", "1.95.0", "--", "build").stderr())
        .isEqualTo("error: the image has no cargo: take one with Rust in it\n");
  }
}
