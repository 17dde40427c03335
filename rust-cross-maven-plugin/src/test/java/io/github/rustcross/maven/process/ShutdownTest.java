package io.github.rustcross.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
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
