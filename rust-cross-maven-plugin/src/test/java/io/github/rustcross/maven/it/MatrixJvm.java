package io.github.rustcross.maven.it;

import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.runner.RunnerSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * JVMs into which libraries are loaded: this one's, Debian's for other processors under the
 * target's runner, and one for 64-bit Windows. They are fetched once, and kept in the module's
 * {@code target}.
 */
final class MatrixJvm {
  private static final Path KEPT = ModuleFolders.target().resolve("jvms");

  /** An emulated JIT takes long to start, and more memory. */
  private static final List<String> SLOW = List.of("-Xint", "-XX:+UseSerialGC");

  private final Path project;
  private final Path classes;

  MatrixJvm(Path project) {
    this.project = project;
    this.classes = project.resolve("jvm/classes");
  }

  /** Has a JVM of the target's platform load a library; says why not where there is none. */
  String load(Target target, Path library) throws IOException, InterruptedException {
    String arch = System.getProperty("os.arch").replace("amd64", "x86_64");
    boolean glibc = target.libc().map(Libc::name).filter("glibc"::equals).isPresent();
    if (glibc && target.platform().arch().equals(arch)) {
      Path java = Path.of(System.getProperty("java.home"), "bin/java");
      return run(List.of(java.toString()), Map.of(), library);
    }
    String dpkg = target.names().get("dpkg");
    Optional<Path> java = Optional.empty();
    if (glibc && dpkg != null) {
      java = fetched(dpkg, "debian-jre.sh", dpkg);
    } else if ("x64".equals(target.names().get("coff"))) {
      java = fetched("windows", "windows-jre.sh");
    }
    if (java.isEmpty()) {
      return "not loaded: there is no JVM for it here";
    }
    return BinaryRunner.select(target, library.getParent())
            instanceof RunnerSelection.Runnable runner
        ? run(runner, java.get(), library)
        : "not loaded: nothing here runs its programs";
  }

  private String run(RunnerSelection.Runnable runner, Path java, Path library)
      throws IOException, InterruptedException {
    BinaryRunner.prepare(runner);
    // The JVM's own libraries, and not those of cross compilers.
    String root = KEPT.relativize(java).getName(0).toString();
    List<String> command = new ArrayList<>();
    for (String word : runner.command()) {
      command.add(
          runner.sysroot().filter(folder -> word.equals(folder.toString())).isPresent()
              ? KEPT.resolve(root).resolve("root").toString()
              : word);
    }
    command.add(java.toString());
    command.addAll(SLOW);
    return run(command, BinaryRunner.variables(runner), library);
  }

  private String run(List<String> java, Map<String, String> variables, Path library)
      throws IOException, InterruptedException {
    compile();
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of("-cp", classes.toString(), "Probe", library.toString()));
    Exec.Result result = Exec.run(project, variables, command);
    if (result.exitCode() != 0) {
      throw new AssertionError("the JVM does not load it: " + result);
    }
    return result.stdout().strip();
  }

  private void compile() {
    String source = project.resolve("jvm/Probe.java").toString();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "11", "-d", classes.toString(), source);
    if (code != 0) {
      throw new AssertionError(source + " cannot be compiled");
    }
  }

  /** The program {@code java} of what a script fetches; empty where it cannot. */
  private Optional<Path> fetched(String name, String script, String... arguments)
      throws IOException, InterruptedException {
    Path folder = KEPT.resolve(name);
    if (!Files.exists(folder.resolve("root"))) {
      List<String> command =
          new ArrayList<>(List.of("sh", project.resolve("jvm").resolve(script).toString()));
      command.addAll(List.of(arguments));
      command.add(folder.toString());
      Exec.Result result = Exec.run(project, Map.of(), command);
      if (result.exitCode() != 0) {
        System.out.println(script + " failed: " + result);
        return Optional.empty();
      }
    }
    try (Stream<Path> files = Files.walk(folder.resolve("root"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("java(\\.exe)?"))
          .filter(file -> Files.isRegularFile(file) && file.getParent().endsWith("bin"))
          .findFirst();
    }
  }
}
