package io.github.rustcross.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A Cargo.toml that is not there")
class MissingManifestTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("is nothing to tell of where it is")
  void there() throws Exception {
    assertThat(MissingManifest.check(crate("."))).isEmpty();
  }

  @Test
  @DisplayName("is told with those one level below and among Maven's sources")
  void below() throws Exception {
    Path backend = crate("backend");
    Path sources = crate("src/main/rust");
    crate("a/b/c");

    assertThat(MissingManifest.check(folder.resolve("Cargo.toml")))
        .contains(
            Problem.of(
                ProblemCode.MANIFEST_MISSING,
                "there is no " + folder.resolve("Cargo.toml"),
                "Did you mean -Drust.manifestPath=%s or -Drust.manifestPath=%s?"
                    .formatted(backend, sources)));
  }

  @Test
  @DisplayName("is told with that of the folder that is named, or of the nearest that exists")
  void elsewhere() throws Exception {
    Path backend = crate("backend");

    assertThat(MissingManifest.check(folder.resolve("backend")))
        .contains(
            Problem.of(
                ProblemCode.MANIFEST_MISSING,
                "rust.manifestPath: %s is a folder, not a Cargo.toml"
                    .formatted(folder.resolve("backend")),
                "Did you mean -Drust.manifestPath=%s?".formatted(backend)));
    assertThat(MissingManifest.check(folder.resolve("x/y/Cargo.toml")).orElseThrow().suggestion())
        .contains("Did you mean -Drust.manifestPath=%s?".formatted(backend));
  }

  @Test
  @DisplayName("is told with how to name it where there is none near")
  void none() {
    assertThat(MissingManifest.check(folder.resolve("Cargo.toml")))
        .contains(
            Problem.of(
                ProblemCode.MANIFEST_MISSING,
                "there is no " + folder.resolve("Cargo.toml"),
                "Say where the crate is: -Drust.manifestPath=path/to/Cargo.toml"));
  }

  private Path crate(String path) throws IOException {
    Path file = folder.resolve(path).normalize().resolve("Cargo.toml");
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
