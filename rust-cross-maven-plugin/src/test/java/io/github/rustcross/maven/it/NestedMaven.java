package io.github.rustcross.maven.it;

import io.github.rustcross.maven.host.HostSystem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Maven under test once more, started by a script: where it has to run in another folder, on a
 * terminal, or where something has to happen to its process.
 */
public final class NestedMaven {
  private static final long TIMEOUT_SECONDS = 300;

  private final Path project;
  private final Path repository;
  private final Path home;

  /**
   * Builds of a project with the repository of its first build.
   *
   * @param home the Maven under test, which a script has as {@code mavenHome}
   */
  public NestedMaven(File basedir, File localRepository, String home) {
    this.project = basedir.toPath();
    this.repository = localRepository.toPath();
    this.home = Path.of(home);
  }

  /** Starts a build offline in batch mode; its output goes to a file of that name. */
  public Process start(String log, String... arguments) throws IOException {
    return launch(project, Map.of(), log, batch(arguments));
  }

  /** Starts a build with settings of its own, and with variables that are set or, empty, not. */
  public Process start(
      Path settings, Map<String, String> variables, String log, List<String> arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin/mvn").toString(),
                "-B",
                "-Dmaven.repo.local=" + repository,
                "-s",
                settings.toString()));
    command.addAll(arguments);
    return launch(project, variables, log, command);
  }

  /** Runs a build that has to succeed in a folder of the project, and returns what it says. */
  public String run(String folder, String log, String... arguments)
      throws IOException, InterruptedException {
    return finish(launch(project.resolve(folder), Map.of(), log, batch(arguments)), log);
  }

  /**
   * Runs a build that has to succeed with a terminal for its input and output.
   *
   * @return what it says, escapes included; empty where there is no {@code script(1)}, of which a
   *     note is taken
   */
  public Optional<String> onTerminal(String log, String... arguments)
      throws IOException, InterruptedException {
    Optional<Path> script = new HostSystem().program("script");
    if (script.isEmpty()) {
      SkippedChecks.needPackages("Maven on a terminal", "bsdutils");
      return Optional.empty();
    }
    // What it says to a person it keeps back where the settings say that there is none.
    Path settings = project.resolve("interactive-settings.xml");
    Files.writeString(
        settings,
        Files.readString(settings())
            .replace(
                "<interactiveMode>false</interactiveMode>",
                "<interactiveMode>true</interactiveMode>"));
    String line =
        String.join(
            " ", command(settings, List.of(arguments)).stream().map(NestedMaven::quoted).toList());
    List<String> command = List.of(script.get().toString(), "-qec", line, "/dev/null");
    return Optional.of(finish(launch(project, Map.of(), log, command), log));
  }

  private List<String> batch(String... arguments) {
    List<String> line = new ArrayList<>(List.of("-B"));
    line.addAll(List.of(arguments));
    return command(settings(), line);
  }

  private List<String> command(Path settings, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin/mvn").toString(),
                "-o",
                "-Dmaven.repo.local=" + repository,
                "-s",
                settings.toString()));
    command.addAll(arguments);
    return command;
  }

  private static Path settings() {
    return ModuleFolders.root().resolve("src/it/settings.xml");
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private Process launch(
      Path folder, Map<String, String> variables, String log, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(project.resolve(log).toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
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
    return process;
  }

  private String finish(Process process, String log) throws IOException, InterruptedException {
    boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      terminate(process);
    }
    String said = Files.readString(project.resolve(log), StandardCharsets.UTF_8);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(project.resolve(log) + " has no success:\n" + said);
    }
    return said;
  }

  /** Asks the JVM of a build to end, as Ctrl-C and {@code kill} do. */
  public static void terminate(Process maven) {
    // Debian's mvn replaces itself by java; a launcher that waits for it does not hand signals on.
    maven.descendants().filter(NestedMaven::isJava).forEach(ProcessHandle::destroy);
    if (isJava(maven.toHandle())) {
      maven.destroy();
    }
  }

  private static boolean isJava(ProcessHandle handle) {
    return handle.info().command().orElse("").endsWith("/java");
  }
}
