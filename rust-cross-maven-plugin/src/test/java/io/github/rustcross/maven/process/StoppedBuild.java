package io.github.rustcross.maven.process;

import io.github.rustcross.maven.tool.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a build does while it is stopped; runs in a JVM of its own. */
final class StoppedBuild {
  private StoppedBuild() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    ProcessRunner processes = new ProcessRunner();
    try (TemporaryFolder temporary = new TemporaryFolder(folder)) {
      Command command =
          new Command(
              List.of(
                  "/bin/sh",
                  "-c",
                  "trap 'echo was ended; exit 1' TERM; echo $$; sleep 60 & echo $!; wait"),
              temporary.path(),
              Map.of("PATH", "/usr/bin:/bin"));
      processes.stream(command, System.out::println, System.out::println);
      System.out.println("went on after the process");
    } catch (IOException e) {
      System.out.println("went on after " + e);
    }
    System.out.println("tried the next way");
    processes.stream(
        new Command(List.of("/bin/sh", "-c", "echo started"), folder, Map.of()),
        System.out::println,
        System.out::println);
  }
}
