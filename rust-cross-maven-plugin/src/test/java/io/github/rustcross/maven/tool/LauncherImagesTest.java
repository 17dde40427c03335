package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.toolchain.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The image of a launcher")
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "programs are shell scripts here")
class LauncherImagesTest {
  @TempDir private Path folder;
  private final List<String> progress = new ArrayList<>();
  private Path engine;

  @BeforeEach
  void engine() throws IOException {
    engine =
        Files.writeString(
            folder.resolve("engine"),
            """
            #!/bin/sh
            case $1 in
              has) test -f here ;;
              pull) test -f registry && touch here && exit; echo "no such host" >&2; exit 125 ;;
            esac
            """);
    assertThat(engine.toFile().setExecutable(true)).isTrue();
  }

  private void provide(boolean mayFetch) throws Exception {
    new LauncherImages(new ProcessRunner())
        .provide(
            new Launch.Image(
                "acme:1",
                List.of(engine.toString(), "has", "acme:1"),
                List.of(engine.toString(), "pull", "acme:1")),
            new RustCommands(folder, new HostSystem().environment(), Optional.empty()),
            mayFetch,
            progress::add);
  }

  private String problem(boolean mayFetch) {
    return catchThrowableOfType(ProblemException.class, () -> provide(mayFetch))
        .problems()
        .get(0)
        .toString();
  }

  @Test
  @DisplayName("is fetched once, which is told")
  void fetched() throws Exception {
    Files.createFile(folder.resolve("registry"));

    provide(true);
    provide(false);

    assertThat(progress).containsExactly("Fetching image acme:1: %s pull acme:1".formatted(engine));
  }

  @Test
  @DisplayName("is not fetched where nothing may be: the command is told")
  void offline() {
    assertThat(problem(false))
        .isEqualTo(
            """
            RC-IMAGE-UNAVAILABLE: the image acme:1 is not on this machine, and nothing may be fetched
                Run once, where there is a network: %s pull acme:1"""
                .formatted(engine));
  }

  @Test
  @DisplayName("that cannot be fetched is a problem in the engine's words")
  void refused() {
    assertThat(problem(true))
        .startsWith(
            """
            RC-IMAGE-UNAVAILABLE: the image acme:1 is not on this machine, and '%s pull acme:1' ended with exit code 125:
              no such host"""
                .formatted(engine));
  }
}
