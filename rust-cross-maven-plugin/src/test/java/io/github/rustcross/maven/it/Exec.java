package io.github.rustcross.maven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program to its end. Output goes through files: wine leaves servers behind that keep a pipe
 * open long after the program is done.
 */
public final class Exec {
  private static final long TIMEOUT_SECONDS = 300;

  private Exec() {}

  /**
   * What a program left behind.
   *
   * @param exitCode its exit code
   * @param stdout its output, with line ends as on Unix
   * @param stderr its error output
   */
  public record Result(int exitCode, String stdout, String stderr) {}

  /** Runs a program with some variables more, or fewer where one is empty. */
  public static Result run(Path directory, Map<String, String> variables, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("it-", ".out");
    Path err = Files.createTempFile("it-", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      variables.forEach(
          (name, value) -> {
            if (value.isEmpty()) {
              builder.environment().remove(name);
            } else {
              builder.environment().put(name, value);
            }
          });
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "%s did not end within %d s; it printed:\n%s%s"
                .formatted(command, TIMEOUT_SECONDS, text(out), text(err)));
      }
      return new Result(process.exitValue(), text(out), text(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  /** Runs a program that has to succeed, and returns what it prints. */
  public static String output(Path directory, Map<String, String> variables, List<String> command)
      throws IOException, InterruptedException {
    Result result = run(directory, variables, command);
    if (result.exitCode() != 0) {
      throw new AssertionError(
          "%s ended with %d:\n%s%s"
              .formatted(command, result.exitCode(), result.stdout(), result.stderr()));
    }
    return result.stdout();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
