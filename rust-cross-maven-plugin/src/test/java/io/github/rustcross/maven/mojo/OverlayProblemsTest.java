package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An overlay that cannot be read")
class OverlayProblemsTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("is named, with files that are like it")
  void missing() throws Exception {
    Files.createFile(folder.resolve("company.yaml"));
    Files.createFile(folder.resolve("company.txt"));
    Path file = folder.resolve("compani.yaml");

    assertThat(OverlayProblems.unreadable(file, new NoSuchFileException(file.toString())))
        .isEqualTo(
            Problem.of(
                ProblemCode.CATALOG_INVALID,
                "rust.catalog: there is no file " + file,
                "Did you mean company.yaml?"));
  }

  @Test
  @DisplayName("is named, in a folder that does not exist either")
  void folderMissing() {
    Path file = folder.resolve("gone/company.yaml");

    assertThat(OverlayProblems.unreadable(file, new NoSuchFileException(file.toString())))
        .isEqualTo(
            Problem.of(
                ProblemCode.CATALOG_INVALID,
                "rust.catalog: there is no file " + file,
                "It takes YAML files, seen from the folder of the POM, resources as"
                    + " classpath:path, or artifacts as group:artifact:yaml[:classifier]:version."));
  }

  @Test
  @DisplayName("for another reason is named with that")
  void otherwise() {
    IOException reason = new AccessDeniedException("x.yaml", null, "secret");

    assertThat(OverlayProblems.unreadable(Path.of("x.yaml"), reason).message())
        .isEqualTo("rust.catalog: x.yaml cannot be read: x.yaml: secret");
  }
}
