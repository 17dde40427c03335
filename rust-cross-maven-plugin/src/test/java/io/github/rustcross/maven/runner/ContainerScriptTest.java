package io.github.rustcross.maven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.it.Exec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The engine is a script that runs the program where it is. */
@DisplayName("A program run by the container runner's script")
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "programs are shell scripts here")
class ContainerScriptTest {
  @TempDir private Path temporary;
  private Path folder;
  private Path program;
  private Path engine;
  private BundledScript script;

  @BeforeEach
  void prepare() throws IOException {
    folder = temporary.toRealPath();
    script = BundledScript.of("container", "run-container.sh", Path.of("/bin/sh"), folder);
    Files.createDirectories(folder.resolve("my crate/sub"));
    Files.createDirectories(folder.resolve("target/deps"));
    engine =
        executable(
            folder.resolve("docker"),
            """
            [ "$1" = --version ] && echo Docker version 99 && exit
            for word in "$@"; do printf '%s\\n' "$word"; done >> "$LOG"
            [ "$1" = kill ] && exec /bin/kill -KILL "$(cat "$LOG.pid")"
            while [ "$1" != image:1 ]; do shift; done
            shift
            echo $$ > "$LOG.pid"
            exec "$@"
            """);
    program = executable(folder.resolve("target/deps/app-0123"), "exit 0\n");
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Map<String, String> variables() {
    return Map.of(
        "LOG", folder.resolve("log").toString(),
        "RUST_TEST_THREADS", "3",
        "CARGO_PKG_DESCRIPTION", "two\nPATH=lines",
        "SECRET_TOKEN", "mine");
  }

  private List<Object> line(Object... arguments) {
    List<Object> line =
        new ArrayList<>(
            List.of(
                engine,
                "image:1",
                "--dir",
                folder.resolve("my crate"),
                "--dir",
                folder.resolve("target"),
                "--dir",
                folder.resolve("nowhere"),
                program));
    line.addAll(List.of(arguments));
    return line;
  }

  private Exec.Result run(Object... arguments) throws Exception {
    return script.run(folder.resolve("my crate/sub"), variables(), line(arguments).toArray());
  }

  private List<String> asked() throws IOException {
    return Files.readAllLines(folder.resolve("log"));
  }

  @Test
  @DisplayName("gets its arguments as they are, and its output and exit code come back")
  void arguments() throws Exception {
    executable(program, "for word in \"$@\"; do echo \"[$word]\"; done; echo err >&2; exit 7");

    Exec.Result result = run("a b", "it's", "", "--exact", "$HOME *");

    assertThat(result.stdout()).isEqualTo("[a b]\n[it's]\n[]\n[--exact]\n[$HOME *]\n");
    assertThat(result.stderr()).isEqualTo("err\n");
    assertThat(result.exitCode()).isEqualTo(7);
  }

  @Test
  @DisplayName("finds its folders under the same paths, where they are")
  void mounts() throws Exception {
    run();

    List<String> asked = asked();
    assertThat(asked).startsWith("run", "--rm", "--name");
    assertThat(asked.get(asked.indexOf("--workdir") + 1))
        .isEqualTo(folder.resolve("my crate/sub").toString());
    assertThat(asked.stream().filter(word -> word.startsWith("type=bind")))
        .containsExactlyInAnyOrder(
            mount("my crate/sub"), mount("my crate"), mount("target"), mount("target/deps"));
  }

  private String mount(String name) {
    return "type=bind,source=%s,target=%s".formatted(folder.resolve(name), folder.resolve(name));
  }

  @Test
  @DisplayName("sees the variables of cargo and of the harness, and no others")
  void environment() throws Exception {
    run();

    List<String> handedOn = new ArrayList<>();
    List<String> asked = asked();
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).equals("--env")) {
        handedOn.add(asked.get(i + 1));
      }
    }
    assertThat(handedOn)
        .contains("RUST_TEST_THREADS", "CARGO_PKG_DESCRIPTION")
        .doesNotContain("SECRET_TOKEN", "PATH", "LOG", "HOME");
  }

  @Test
  @DisplayName("that is not there is told before the engine is started")
  void noProgram() throws Exception {
    Files.delete(program);

    Exec.Result result = run();

    assertThat(result.exitCode()).isEqualTo(125);
    assertThat(result.stderr()).isEqualTo("run-container: " + program + " cannot be read\n");
    assertThat(folder.resolve("log")).doesNotExist();
  }

  @Test
  @DisplayName("ends with the container when the script is ended")
  void ended() throws Exception {
    executable(program, "trap '' TERM\nwhile true; do sleep 0.1; done");
    ProcessBuilder builder =
        new ProcessBuilder(script.command(line().toArray()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().putAll(variables());
    Process process = builder.start();
    Path pid = folder.resolve("log.pid");
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(20);
    }

    process.destroy();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    List<String> asked = asked();
    String name = asked.get(asked.indexOf("--name") + 1);
    assertThat(asked.subList(asked.indexOf("kill"), asked.size()))
        .startsWith("kill", name)
        .endsWith("rm", "--force", name);
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))).isEmpty();
  }
}
