package io.github.rustcross.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The folders that a build writes into")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "says it in other words")
class WritableFoldersTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("are left as they are where they can be written, missing ones missing")
  void writable() {
    assertThatCode(() -> WritableFolders.check(request(folder, folder.resolve("a/b"))))
        .doesNotThrowAnyException();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @DisplayName("are refused below a file, each with its remedy, before anything is built")
  void belowFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    BuildRequest request = request(file.resolve("out"), file.resolve("cargo"));

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> WritableFolders.check(request));

    assertThat(refused.problems())
        .extracting(Problem::code, problem -> problem.message().replaceAll("\\.tmp-[-\\d]+", "*"))
        .containsExactly(
            tuple(
                ProblemCode.OUTPUT_UNUSABLE,
                "the folder of finished binaries %s cannot be used: %s: Not a directory"
                    .formatted(file.resolve("out"), file.resolve("*"))),
            tuple(
                ProblemCode.OUTPUT_UNUSABLE,
                "cargo's target folder %s cannot be used: %s: Not a directory"
                    .formatted(file.resolve("cargo"), file.resolve("*"))));
    assertThat(refused.problems().get(1).suggestion())
        .contains("Name a folder that can be written: -Drust.targetDir=/path/to/folder");
  }

  @Test
  @DisplayName("may become full later, which is told in the same words")
  void full() {
    IOException fault = new FileSystemException("app", null, "No space left on device");

    assertThat(WritableFolders.unusable(request(folder, folder), fault).problems())
        .containsExactly(
            Problem.of(
                ProblemCode.OUTPUT_UNUSABLE,
                "the folder of finished binaries %s cannot be used: No space left on device"
                    .formatted(folder),
                "Make room there, or let the project's build.directory be elsewhere."));
  }

  private static BuildRequest request(Path output, Path target) {
    return Request.of("host").folders(output, target).build();
  }
}
