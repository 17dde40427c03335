package io.github.rustcross.maven.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Maven that runs a script, once more: where a script has to do something with its process. */
public final class NestedMaven {
  private final Path project;
  private final Path repository;

  /** Builds of a project with the repository of its first build. */
  public NestedMaven(File basedir, File localRepository) {
    this.project = basedir.toPath();
    this.repository = localRepository.toPath();
  }

  /** Starts a build offline; its output goes to a file of that name. */
  public Process start(String log, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("-o"));
    line.addAll(List.of(arguments));
    return start(ModuleFolders.root().resolve("src/it/settings.xml"), Map.of(), log, line);
  }

  /** Starts a build with settings of its own, and with variables that are set or, empty, not. */
  public Process start(
      Path settings, Map<String, String> variables, String log, List<String> arguments)
      throws IOException {
    Path home = Path.of(System.getProperty("maven.home"));
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin/mvn").toString(),
                "-B",
                "-Dmaven.repo.local=" + repository,
                "-s",
                settings.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
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
