package io.github.rustcross.maven.build;

import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Storage;
import io.github.rustcross.maven.tool.TemporaryFolder;
import io.github.rustcross.maven.tool.ToolStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds out whether a build can write its results, before it takes minutes. */
final class WritableFolders {
  private WritableFolders() {}

  /**
   * Writes something into the folder of finished binaries and into cargo's target folder, and takes
   * it away again.
   *
   * @throws ProblemException for each that cannot be written
   */
  static void check(BuildRequest request) throws ProblemException {
    List<Problem> problems = new ArrayList<>();
    check(
        "the folder of finished binaries",
        request.outputDir(),
        "Make it writable, or let the project's build.directory be elsewhere.",
        problems);
    check(
        "cargo's target folder",
        request.targetDir(),
        "Name a folder that can be written: -Drust.targetDir=/path/to/folder",
        problems);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /** What stands against the tool cache, into which every build writes scripts. */
  static List<Problem> cache(Path cacheDir) {
    try {
      write(cacheDir);
      return List.of();
    } catch (IOException e) {
      return ToolStore.unusable(cacheDir, e).problems();
    }
  }

  private static void check(String what, Path folder, String remedy, List<Problem> problems) {
    try {
      write(folder);
    } catch (IOException e) {
      problems.add(problem(what, folder, e, remedy));
    }
  }

  private static void write(Path folder) throws IOException {
    Path file = TemporaryFolder.name(nearest(folder));
    try {
      Files.writeString(file, "writable?");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Folders that are missing stay so: cargo marks its own as a cache when it makes it. */
  private static Path nearest(Path folder) {
    Path nearest = folder.toAbsolutePath();
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  /** What happened while results were written. */
  static ProblemException unusable(BuildRequest request, IOException fault) {
    return new ProblemException(
        problem(
            "the folder of finished binaries",
            request.outputDir(),
            fault,
            "Make room there, or let the project's build.directory be elsewhere."),
        fault);
  }

  private static Problem problem(String what, Path folder, IOException fault, String remedy) {
    return Problem.of(
        ProblemCode.OUTPUT_UNUSABLE,
        "%s %s cannot be used: %s".formatted(what, folder, Storage.reason(fault)),
        remedy);
  }
}
