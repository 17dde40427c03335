package io.github.rustcross.maven.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Follows a {@link Guide} word for word, in an empty folder with an empty tool cache. {@code mvn}
 * is the Maven under test with the settings and the repository of the integration tests. A program
 * below {@value #BINARIES} runs as {@link BinaryRunner} does it, whatever system it is for.
 */
public final class GuideWalk {
  private static final String BINARIES = "target/rust-cross/";
  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

  private final Path page;
  private final Path project;
  private final Path log;
  private final Map<String, String> variables;

  /** All that was run and printed. */
  private final StringBuilder story = new StringBuilder();

  /** What the commands of the present block printed. */
  private final StringBuilder printed = new StringBuilder();

  private boolean skipped;

  private GuideWalk(Path page, Path project, Path log, Map<String, String> variables) {
    this.page = page;
    this.project = project;
    this.log = log;
    this.variables = Map.copyOf(variables);
  }

  /**
   * Follows a page of the repository; {@code walk.log} in the test's folder has all that is
   * printed.
   *
   * @param page its path below the root of the repository
   * @param home the Maven under test
   */
  public static void follow(String page, File basedir, File localRepository, String home)
      throws IOException, InterruptedException {
    Path folder = basedir.toPath();
    Path project = Files.createDirectory(folder.resolve("project"));
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path maven = bin.resolve("mvn");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        exec '%s' -B -ntp -s '%s' '-Dmaven.repo.local=%s' "$@"
        """
            .formatted(
                Path.of(home, "bin/mvn"),
                // The invoker plugin has put the user's own repository into src/it/settings.xml.
                folder.resolveSibling("interpolated-settings.xml").toRealPath(),
                localRepository));
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> variables = new HashMap<>();
    variables.put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    // Empty ones are not set.
    variables.put("ZIG_GLOBAL_CACHE_DIR", "");
    variables.put("ZIG_LOCAL_CACHE_DIR", "");
    variables.put("CARGO_ZIGBUILD_CACHE_DIR", "");
    variables.put("CARGO_TARGET_DIR", "");
    Path markdown = ModuleFolders.root().resolve(page);
    new GuideWalk(markdown, project, folder.resolve("walk.log"), variables).follow();
  }

  private void follow() throws IOException, InterruptedException {
    Guide.Step last = null;
    try {
      List<Guide.Step> steps = Guide.parse(Files.readString(page));
      if (steps.stream().noneMatch(Guide.Output.class::isInstance)) {
        throw new AssertionError(page + " shows no output");
      }
      for (Guide.Step step : steps) {
        if (step instanceof Guide.Command && !(last instanceof Guide.Command)) {
          printed.setLength(0);
          skipped = false;
        }
        take(step);
        last = step;
      }
    } finally {
      Files.writeString(log, story);
    }
  }

  private void take(Guide.Step step) throws IOException, InterruptedException {
    if (step instanceof Guide.NewFile file) {
      Path path = project.resolve(file.name());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.content());
    } else if (step instanceof Guide.Change change) {
      Path path = project.resolve(change.name());
      Files.writeString(path, change.apply(Files.readString(path)));
    } else if (step instanceof Guide.Command command) {
      run(command);
    } else if (step instanceof Guide.Output output && !skipped) {
      output.excerpt().check(printed.toString());
    }
  }

  private void run(Guide.Command command) throws IOException, InterruptedException {
    story.append("$ ").append(command.line()).append('\n');
    long start = System.nanoTime();
    Optional<Exec.Result> result = start(command);
    if (result.isEmpty()) {
      skipped = true;
      return;
    }
    String said = ESCAPES.matcher(result.get().stdout() + result.get().stderr()).replaceAll("");
    printed.append(said);
    story.append(said).append("# %.1f s\n".formatted((System.nanoTime() - start) / 1e9));
    if ((result.get().exitCode() != 0) != command.fails()) {
      throw new AssertionError(
          "%s ended with %d:\n%s".formatted(command.line(), result.get().exitCode(), said));
    }
  }

  private Optional<Exec.Result> start(Guide.Command command)
      throws IOException, InterruptedException {
    if (command.line().startsWith(BINARIES)) {
      List<String> words = command.words();
      return BinaryRunner.run(project.resolve(words.get(0)), words.subList(1, words.size()));
    }
    return Optional.of(Exec.run(project, variables, List.of("sh", "-c", command.line())));
  }
}
