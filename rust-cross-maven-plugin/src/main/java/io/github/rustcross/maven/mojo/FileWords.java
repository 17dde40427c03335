package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Finds what {@code rust.verify.files} names: files and artifacts. */
public final class FileWords {
  /** {@code group:artifact[:type[:classifier]]:version}; {@code C:\\x} is none. */
  private static final Pattern COORDINATES = Pattern.compile("[^:/\\\\]{2,}(:[^:/\\\\]+){2,4}");

  private final RepositoryFiles repositories;

  /** Wired by Maven. */
  @Inject
  public FileWords(RepositoryFiles repositories) {
    this.repositories = repositories;
  }

  /**
   * The files.
   *
   * @param words files, relative to {@code basedir}, or coordinates
   * @throws ProblemException with all that cannot be had
   */
  List<Path> find(List<String> words, Path basedir, MavenSession session, MavenProject project)
      throws ProblemException {
    Problems problems = new Problems();
    List<Path> files = new ArrayList<>();
    for (String word : words) {
      Optional<Path> file =
          problems.of(
              () ->
                  COORDINATES.matcher(word).matches()
                      ? repositories.resolve(
                          ProblemCode.FILE_MISSING,
                          RustProperties.VERIFY_FILES,
                          word,
                          session,
                          project)
                      : existing(basedir.resolve(word).normalize()));
      file.ifPresent(files::add);
    }
    if (words.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.FILE_MISSING,
              "no files are named",
              "Name binaries, jars or artifacts: -D%s=app.jar,libx.so,net.java.dev.jna:jna:5.17.0"
                  .formatted(RustProperties.VERIFY_FILES)));
    }
    problems.failIfAny();
    return files;
  }

  private static Path existing(Path file) throws ProblemException {
    if (Files.isRegularFile(file)) {
      return file;
    }
    throw new ProblemException(
        Files.isDirectory(file)
            ? Problem.of(
                ProblemCode.FILE_MISSING,
                "%s: %s is a folder".formatted(RustProperties.VERIFY_FILES, file),
                "Name the files in it.")
            : Problem.of(
                ProblemCode.FILE_MISSING,
                "%s: there is no file %s".formatted(RustProperties.VERIFY_FILES, file),
                "Correct the path; artifacts are written group:artifact:version."));
  }
}
