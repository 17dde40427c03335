package io.github.rustcross.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.maven.host.HostSystem;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A build whose JVM is told to stop")
@Timeout(30)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are shell scripts here")
class ShutdownTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("ends test programs with those that hid from it, and leaves no file behind")
  void stoppedTests() throws Exception {
    assumeTrue(new HostSystem().program("setsid").isPresent(), "needs setsid on PATH");
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Process build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                StoppedTests.class.getName(),
                folder.toString(),
                "trap 'touch asked; exit 1' TERM; echo $$;"
                    + " (setsid sh -c 'echo $$; exec sleep 60' &); sleep 60 & wait")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = build.inputReader()) {
      long program = Long.parseLong(output.readLine());
      long hidden = Long.parseLong(output.readLine());
      assertThat(temporary).isNotEmptyDirectory();

      build.toHandle().destroy();

      assertThat(output.lines()).isEmpty();
      assertThat(build.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(folder.resolve("asked")).exists();
      for (long pid : List.of(program, hidden)) {
        assertThat(ProcessHandle.of(pid).flatMap(process -> process.info().command())).isEmpty();
      }
    } finally {
      build.destroyForcibly();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  @DisplayName("logs and starts nothing more, ends its processes and leaves no half-written folder")
  void stopped() throws Exception {
    Process build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StoppedBuild.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = build.inputReader()) {
      long shell = Long.parseLong(output.readLine());
      long sleep = Long.parseLong(output.readLine());
      assertThat(folder).isNotEmptyDirectory();

      // The handle leaves the output open.
      build.toHandle().destroy();

      assertThat(output.lines()).isEmpty();
      assertThat(build.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(ProcessHandle.of(shell).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(ProcessHandle.of(sleep).map(ProcessHandle::onExit).stream())
          .allSatisfy(exit -> assertThat(exit).succeedsWithin(5, TimeUnit.SECONDS));
    } finally {
      build.destroyForcibly();
    }
    assertThat(folder).isEmptyDirectory();
  }
}
