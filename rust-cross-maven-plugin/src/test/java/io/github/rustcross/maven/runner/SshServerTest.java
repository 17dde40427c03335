package io.github.rustcross.maven.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.maven.it.Exec;
import io.github.rustcross.maven.it.SkippedChecks;
import io.github.rustcross.maven.it.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A program run by the ssh runner's script and a real server")
@EnabledOnOs(value = OS.LINUX, disabledReason = "programs are shell scripts here")
class SshServerTest {
  @TempDir private Path folder;
  private Path remote;
  private Path program;
  private BundledScript script;
  private Sshd server;

  @BeforeEach
  void start() throws Exception {
    if (Sshd.program().isEmpty()) {
      SkippedChecks.needPackages("the runner ssh with a real server", "openssh-server");
    }
    assumeTrue(Sshd.program().isPresent(), "no sshd");
    script = BundledScript.of("ssh", "run-ssh.sh", Path.of("/bin/sh"), folder);
    program = folder.resolve("app");
    remote = folder.resolve("remote");
    server = Sshd.start(Files.createDirectory(folder.resolve("ssh")));
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private void program(String text) throws IOException {
    Files.writeString(program, "#!/bin/sh\n" + text + "\n");
  }

  private Map<String, String> variables() {
    return Map.of(
        "PATH", server.bin() + ":" + System.getenv("PATH"), "RUST_TEST_SHUFFLE", "it's 1");
  }

  @Test
  @DisplayName("gets its arguments and variables, and its output and exit code come back")
  void run() throws Exception {
    program("printf '[%s]\\n' \"$@\" \"$RUST_TEST_SHUFFLE\"; echo err >&2; exit 101");

    assertThat(
            script.run(
                folder, variables(), server.destination(remote), program, "a 'b'", "", "$c\nd"))
        .isEqualTo(new Exec.Result(101, "[a 'b']\n[]\n[$c\nd]\n[it's 1]\n", "err\n"));
    assertThat(remote).isEmptyDirectory();
  }

  @Test
  @DisplayName("is not run where the server lets nobody in")
  void refused() throws Exception {
    program("exit 0");
    Files.delete(folder.resolve("ssh/user.pub"));

    Exec.Result result = script.run(folder, variables(), server.destination(remote), program);

    assertThat(result.exitCode()).isEqualTo(255);
    assertThat(result.stderr())
        .contains(
            "Permission denied", "run-ssh: the connection to ", "; try: ssh -o BatchMode=yes");
  }

  @Test
  @DisplayName("is ended there when the connection breaks, and nothing of it stays")
  void cut() throws Exception {
    assertEndedThere(Sshd::cutConnections, 255);
  }

  @Test
  @DisplayName("is ended there when the script is ended here, and nothing of it stays")
  void ended() throws Exception {
    assertEndedThere(null, 143);
  }

  private interface Fault {
    void happens(Sshd server);
  }

  private void assertEndedThere(Fault fault, int exitCode) throws Exception {
    Path pid = folder.resolve("pid");
    program("echo $$ > '" + pid + ".new'; mv '" + pid + ".new' '" + pid + "'; sleep 60");
    ProcessBuilder builder =
        new ProcessBuilder(script.command(server.destination(remote), program))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().putAll(variables());
    Process process = builder.start();
    await(() -> Files.exists(pid));

    if (fault == null) {
      process.destroy();
    } else {
      fault.happens(server);
    }

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exitCode);
    long number = Long.parseLong(Files.readString(pid).strip());
    await(() -> ProcessHandle.of(number).filter(ProcessHandle::isAlive).isEmpty());
    await(() -> isEmpty(remote));
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
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
