package io.github.rustcross.maven.it;

import io.github.rustcross.catalog.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JVMs into which libraries are loaded. */
final class MatrixJvm {
  private MatrixJvm() {}

  /** Has a JVM of the target's platform load a library; says why not where there is none. */
  static String load(Path project, Target target, Path library)
      throws IOException, InterruptedException {
    Optional<Path> java = java(target);
    if (java.isEmpty()) {
      return "not loaded: there is no JVM for it here";
    }
    Exec.Result result =
        Exec.run(
            project,
            Map.of(),
            List.of(
                java.get().toString(),
                project.resolve("jvm/Probe.java").toString(),
                library.toString()));
    if (result.exitCode() != 0) {
      throw new AssertionError("the JVM does not load it: " + result);
    }
    return result.stdout().strip();
  }

  private static Optional<Path> java(Target target) {
    boolean own =
        target.groups().contains("gnu")
            && target
                .platform()
                .arch()
                .equals(System.getProperty("os.arch").replace("amd64", "x86_64"));
    return own
        ? Optional.of(Path.of(System.getProperty("java.home"), "bin/java"))
        : Optional.empty();
  }
}
