package io.github.rustcross.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.report.SurefireXml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Tests on Windows")
class TestsOnWindowsTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("are refused before anything is done, with what does work there")
  void refused() throws Exception {
    HostSystem windows =
        new HostSystem(Map.of(), name -> name.equals("os.name") ? "Windows 11" : null);
    CrossTest test = new CrossTest(windows, null, null, null, null);
    Path earlier = Files.writeString(folder.resolve("TEST-rust-app.xml"), "<testsuite/>");

    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                test.run(
                    Request.of("host").build(),
                    () -> {
                      throw new AssertionError("no catalog is needed for this");
                    },
                    new SurefireXml(folder, "default-test"),
                    Duration.ofMinutes(1)));

    assertThat(refused.problems())
        .containsExactly(
            Problem.of(
                ProblemCode.RUNNER_UNAVAILABLE,
                "the goal test does not work on Windows: it needs shell scripts that start as"
                    + " programs do",
                "Run it in the Windows Subsystem for Linux; for this machine's own tests run: cargo"
                    + " test"));
    assertThat(earlier).exists();
  }
}
