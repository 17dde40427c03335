package io.github.rustcross.maven.process;

import io.github.rustcross.maven.host.HostSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a build does that runs tests while it is stopped; runs in a JVM of its own. */
final class StoppedTests {
  private StoppedTests() {}

  public static void main(String[] args) throws IOException {
    HostSystem host = new HostSystem();
    Command command =
        new Command(List.of("sh", "-c", args[1]), Path.of(args[0]), host.environment());
    Supervisor.Watch watch =
        new Supervisor.Watch(
            Optional.empty(), host.program("sh"), host.program("setsid"), Set.of());
    Supervisor.Ended ended =
        new Supervisor().run(command, watch, System.out::println, System.out::println);
    System.out.println("went on after " + ended);
  }
}
