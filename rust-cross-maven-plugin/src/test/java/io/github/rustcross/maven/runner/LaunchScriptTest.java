package io.github.rustcross.maven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.it.Exec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The engines are scripts that write down what they are asked for; so are id and uname. */
@DisplayName("cargo, started by the script of the toolchain with containers,")
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "programs are shell scripts here")
class LaunchScriptTest {
  private static final String ENGINE =
      """
      case $1 in
        --version) echo "$VERSION" && exit ;;
        info) echo "$SECURITY" && exit ;;
        image) echo PATH=/usr/bin && echo RUSTUP_HOME=/opt/rustup && exit ;;
        run) ;;
        *) exit ;;
      esac
      for word in "$@"; do printf '%s\\n' "$word"; done >> "$LOG"
      exit 101
      """;

  @TempDir private Path temporary;
  private Path folder;
  private Path bin;
  private BundledScript script;

  @BeforeEach
  void prepare() throws IOException {
    folder = temporary.toRealPath();
    script = BundledScript.of("container", "run-container.sh", Path.of("/bin/sh"), folder);
    bin = Files.createDirectories(folder.resolve("bin"));
    program("docker", ENGINE);
    program("podman", ENGINE);
    user(1000);
    program("uname", "echo Linux");
    Files.createDirectories(folder.resolve("crate"));
    Files.createDirectories(folder.resolve("rust"));
    Files.writeString(folder.resolve("config.toml"), "");
  }

  private void user(int number) throws IOException {
    program("id", "echo " + number);
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private List<String> asked(String engine, Map<String, String> variables, Object... options)
      throws Exception {
    List<Object> line =
        new ArrayList<>(List.of(bin.resolve(engine), "image:1", "--start", "/s/start-cargo.sh"));
    line.addAll(List.of(options));
    line.addAll(List.of("--", "build", "--config", "a = ['b c']"));
    Map<String, String> all = new HashMap<>(variables);
    all.put("LOG", folder.resolve("log").toString());
    all.put("PATH", bin + ":" + System.getenv("PATH"));
    Files.deleteIfExists(folder.resolve("log"));
    Exec.Result result = script.run(folder.resolve("crate"), all, line.toArray());
    assertThat(result.exitCode()).as(result.stderr()).isEqualTo(101);
    return Files.readAllLines(folder.resolve("log"));
  }

  private static String value(List<String> asked, String option) {
    return asked.get(asked.indexOf(option) + 1);
  }

  private String bind(String name, String more) {
    return "type=bind,source=%1$s/%2$s,target=%1$s/%2$s%3$s".formatted(folder, name, more);
  }

  @Test
  @DisplayName("gets its arguments as they are, behind the script that starts it there")
  void arguments() throws Exception {
    List<String> asked = asked("docker", Map.of(), "--rust", folder.resolve("rust"));

    assertThat(asked.subList(asked.indexOf("image:1"), asked.size()))
        .containsExactly(
            "image:1",
            "/bin/sh",
            "/s/start-cargo.sh",
            "--rust",
            folder.resolve("rust").toString(),
            "--",
            "build",
            "--config",
            "a = ['b c']");
    assertThat(asked).containsSubsequence("run", "--rm", "--pull=never", "image:1");
  }

  @Test
  @DisplayName("sees its folders, some to be read only, and the variables that are named")
  void mounts() throws Exception {
    List<String> asked =
        asked(
            "docker",
            Map.of("CARGO_HOME", "/home/me/.cargo", "CARGO_SECRET", "x"),
            "--dir",
            folder.resolve("crate"),
            "--read",
            folder.resolve("config.toml"),
            "--cache",
            folder.resolve("registry"),
            "--rust",
            folder.resolve("rust"),
            "--env",
            "CARGO_HOME");

    assertThat(asked.stream().filter(word -> word.startsWith("type=")))
        .containsExactlyInAnyOrder(
            bind("crate", ""),
            bind("registry", ""),
            bind("config.toml", ",readonly"),
            bind("rust", ",readonly"));
    assertThat(folder.resolve("registry")).isDirectory();
    assertThat(asked.stream().filter("--env"::equals)).hasSize(1);
    assertThat(value(asked, "--env")).isEqualTo("CARGO_HOME");
  }

  @Test
  @DisplayName("sees folders with commas and quotes in their names")
  void names() throws Exception {
    Path odd = Files.createDirectories(folder.resolve("a, \"b\" c"));

    List<String> asked = asked("docker", Map.of(), "--dir", odd);

    String quoted = odd.toString().replace("\"", "\"\"");
    assertThat(asked).contains("type=bind,\"source=%1$s\",\"target=%1$s\"".formatted(quoted));
  }

  @Test
  @DisplayName("writes files that belong to the caller, whoever the engine runs as")
  void owner() throws Exception {
    assertThat(value(asked("docker", Map.of()), "--user")).isEqualTo("1000:1000");
    assertThat(value(asked("docker", Map.of("SECURITY", "[name=rootless]")), "--user"))
        .isEqualTo("0:0");
    assertThat(asked("podman", Map.of())).contains("--userns=keep-id").doesNotContain("--user");
    assertThat(asked("docker", Map.of("VERSION", "podman version 5.0.0")))
        .contains("--userns=keep-id");
    user(0);
    assertThat(value(asked("docker", Map.of()), "--user")).isEqualTo("0:0");
    assertThat(value(asked("podman", Map.of()), "--user")).isEqualTo("0:0");
  }

  @Test
  @DisplayName("keeps registry and toolchains in volumes where the engine has a machine of its own")
  void volumes() throws Exception {
    program("uname", "echo Darwin");

    List<String> asked =
        asked("docker", Map.of(), "--cache", "/Users/me/.cargo/registry", "--release", "1.95.0");

    assertThat(value(asked, "--user")).isEqualTo("0:0");
    assertThat(asked.stream().filter(word -> word.startsWith("type=volume")))
        .satisfiesExactlyInAnyOrder(
            volume ->
                assertThat(volume)
                    .isEqualTo(
                        "type=volume,source=rust-cross--Users-me--cargo-registry,"
                            + "target=/Users/me/.cargo/registry"),
            volume ->
                assertThat(volume)
                    .matches(
                        "type=volume,source=rust-cross-rustup-\\d+,target=/opt/rustup/toolchains"));
    assertThat(asked)
        .containsSubsequence("/s/start-cargo.sh", "--release", "1.95.0", "--", "build");
  }
}
