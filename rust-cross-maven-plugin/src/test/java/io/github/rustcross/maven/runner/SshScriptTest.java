package io.github.rustcross.maven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.it.Exec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The other machine is this one, and ssh a script that does what sshd does with a command. */
@DisplayName("A program run by the ssh runner's script")
@EnabledOnOs(value = OS.LINUX, disabledReason = "programs are shell scripts and ELF files here")
class SshScriptTest {
  private static final String CONNECTS =
      """
      for word in "$@"; do printf '%s\\n' "$word"; done > "$LOG"
      while [ "$1" != -- ]; do shift; done
      exec /bin/sh -c "$3"
      """;

  @TempDir private Path folder;
  private Path remote;
  private Path program;
  private BundledScript script;

  @BeforeEach
  void prepare() throws IOException {
    remote = folder.resolve("it's remote");
    script = BundledScript.of("ssh", "run-ssh.sh", Path.of("/bin/sh"), folder);
    Files.createDirectory(folder.resolve("bin"));
    ssh(CONNECTS);
    program("exit 0");
  }

  private void ssh(String text) throws IOException {
    executable(folder.resolve("bin/ssh"), "#!/bin/sh\n" + text);
  }

  private void program(String text) throws IOException {
    program = executable(folder.resolve("app-0123"), "#!/bin/sh\n" + text + "\n");
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Map<String, String> variables() {
    return Map.of(
        "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
        "LOG", folder.resolve("ssh.log").toString(),
        "RUST_TEST_THREADS", "3",
        "CARGO_PKG_DESCRIPTION", "it's \"two\"\nlines of $HOME",
        "SECRET_TOKEN", "mine");
  }

  private Exec.Result run(Object... arguments) throws Exception {
    return runOn("me@host:" + remote, arguments);
  }

  private Exec.Result runOn(String destination, Object... arguments) throws Exception {
    List<Object> all = new ArrayList<>(List.of(destination, program));
    all.addAll(List.of(arguments));
    return script.run(folder, variables(), all.toArray());
  }

  @Test
  @DisplayName("gets its arguments as they are, and its output and exit code come back")
  void arguments() throws Exception {
    program("for word in \"$@\"; do printf '[%s]\\n' \"$word\"; done; echo err >&2; exit 7");

    Exec.Result result =
        run("a b", "it's", "", "--exact", "$HOME `id` \"q\" \\n", "*", "two\nlines\n");

    assertThat(result.stdout())
        .isEqualTo("[a b]\n[it's]\n[]\n[--exact]\n[$HOME `id` \"q\" \\n]\n[*]\n[two\nlines\n]\n");
    assertThat(result.stderr()).isEqualTo("err\n");
    assertThat(result.exitCode()).isEqualTo(7);
  }

  @Test
  @DisplayName("runs in a folder of its own, without input, and the folder is gone afterwards")
  void ownFolder() throws Exception {
    program("pwd; ls; cat; echo x > left-behind");

    assertThat(run().stdout()).matches("\\Q" + remote + "\\E/rust-cross-\\d+-\\d+\napp-0123\n");
    assertThat(remote).isEmptyDirectory();
  }

  @Test
  @DisplayName("sees the variables of cargo and of the harness, and no others")
  void environment() throws Exception {
    // What the test's own environment has, the other machine would not have.
    ssh(
        CONNECTS.replace(
            "exec", "unset RUST_TEST_THREADS CARGO_PKG_DESCRIPTION SECRET_TOKEN; exec"));
    program("echo \"$RUST_TEST_THREADS|$CARGO_PKG_DESCRIPTION|$SECRET_TOKEN\"");

    assertThat(run().stdout()).isEqualTo("3|it's \"two\"\nlines of $HOME|\n");
  }

  @ParameterizedTest
  @CsvSource({
    "host, , host",
    "me@host:folder, , me@host",
    "me@host:/tmp/x, , me@host",
    "me@[::1]:folder, , me@::1",
    "ssh://host, , host",
    "ssh://me@host:2222/tmp/x, 2222, me@host",
    "ssh://me@host/~/folder, , me@host",
    "ssh://me@[::1]:22/x, 22, me@::1",
    "ssh://[::1], , ::1",
  })
  @DisplayName("is sent where the user says, and ssh is told never to ask")
  void destinations(String destination, String port, String host) throws Exception {
    ssh("for word in \"$@\"; do printf '%s\\n' \"$word\"; done > \"$LOG\"\n");

    runOn(destination);

    List<String> words = Files.readAllLines(folder.resolve("ssh.log"));
    assertThat(words).contains("BatchMode=yes", "ConnectTimeout=20");
    assertThat(words.get(words.indexOf("--") + 1)).isEqualTo(host);
    assertThat(words.contains("-p")).isEqualTo(port != null);
    if (port != null) {
      assertThat(words.get(words.indexOf("-p") + 1)).isEqualTo(port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-oProxyCommand=touch x", "", "ssh://me@host:port/x", "ssh:///folder"})
  @DisplayName("is sent nowhere by what is no destination")
  void noDestination(String destination) throws Exception {
    Exec.Result result = runOn(destination);

    assertThat(result.exitCode()).isEqualTo(125);
    assertThat(result.stderr()).startsWith("run-ssh: usage: ");
    assertThat(folder.resolve("ssh.log")).doesNotExist();
  }

  @Test
  @DisplayName("is not run where ssh cannot connect, and the command to try is told")
  void noConnection() throws Exception {
    ssh("echo 'ssh: connect to host host port 2222: Connection refused' >&2; exit 255");

    Exec.Result result = runOn("ssh://me@host:2222/x");

    assertThat(result.exitCode()).isEqualTo(255);
    assertThat(result.stderr())
        .isEqualTo(
            """
            ssh: connect to host host port 2222: Connection refused
            run-ssh: the connection to me@host failed or broke (or the program ended with 255). \
            It has to work without a password being asked for; try: \
            ssh -o BatchMode=yes -p 2222 me@host true
            """);
  }

  @Test
  @DisplayName("for another machine is not handed to the shell there")
  void otherMachine() throws Exception {
    Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());
    byte[] bytes = Files.readAllBytes(java);
    boolean little = bytes[5] == 1;
    bytes[little ? 18 : 19] = 8;
    bytes[little ? 19 : 18] = 0;
    Files.write(program, bytes);

    Exec.Result result = run();

    assertThat(result.exitCode()).isEqualTo(125);
    assertThat(result.stderr())
        .startsWith(
            "run-ssh: on me@host: the program is for another machine (ELF machine 8) than ");
    assertThat(remote).isEmptyDirectory();
  }

  @Test
  @DisplayName("that did not arrive as a whole is not run")
  void halfArrived() throws Exception {
    ssh(CONNECTS.replace("exec /bin/sh -c \"$3\"", "head -c 10 | /bin/sh -c \"$3\""));

    Exec.Result result = run();

    assertThat(result.exitCode()).isEqualTo(125);
    assertThat(result.stderr())
        .startsWith("run-ssh: on me@host: ")
        .endsWith("app-0123 did not arrive as a whole\n");
    assertThat(remote).isEmptyDirectory();
  }

  @Test
  @DisplayName("is not run where the folder cannot be made")
  void noFolder() throws Exception {
    assertThat(runOn("me@host:" + program + "/x").stderr())
        .endsWith("run-ssh: on me@host: the folder " + program + "/x cannot be made\n");
  }

  @Test
  @DisplayName("that is not there is told before anything is connected")
  void noProgram() throws Exception {
    Files.delete(program);

    Exec.Result result = run();

    assertThat(result.exitCode()).isEqualTo(125);
    assertThat(result.stderr()).isEqualTo("run-ssh: " + program + " cannot be read\n");
    assertThat(folder.resolve("ssh.log")).doesNotExist();
  }

  @Test
  @DisplayName("takes what it left running with it")
  void leftRunning() throws Exception {
    program("sleep 60 & echo $!; exit 3");

    Exec.Result result = run();

    assertThat(result.exitCode()).isEqualTo(3);
    assertEnded(Long.parseLong(result.stdout().strip()));
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "HUP, 129", "KILL, 137"})
  @DisplayName("is ended there when the script is ended here")
  void ended(String signal, int exitCode) throws Exception {
    Path pid = folder.resolve("pid");
    program("echo $$ > '" + pid + ".new'; mv '" + pid + ".new' '" + pid + "'; sleep 60");
    ProcessBuilder builder =
        new ProcessBuilder(script.command("me@host:" + remote, program))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().putAll(variables());
    Process process = builder.start();
    await(() -> Files.exists(pid));

    Exec.run(folder, Map.of(), List.of("/bin/kill", "-" + signal, String.valueOf(process.pid())));

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exitCode);
    assertEnded(Long.parseLong(Files.readString(pid).strip()));
    await(() -> isEmpty(remote));
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  private static void assertEnded(long pid) throws Exception {
    await(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.holds()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }
}
