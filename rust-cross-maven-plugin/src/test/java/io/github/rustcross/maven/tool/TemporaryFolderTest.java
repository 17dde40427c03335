package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A temporary folder")
class TemporaryFolderTest {
  @TempDir private Path parent;

  @Test
  @DisplayName("is gone in the end, with all that is in it")
  void gone() throws Exception {
    Path inside = parent.resolve("new/one");
    try (TemporaryFolder folder = new TemporaryFolder(inside)) {
      Files.writeString(Files.createDirectories(folder.path().resolve("a/b")).resolve("c"), "x");

      assertThat(folder.path()).hasParent(inside);
    }

    assertThat(inside).isEmptyDirectory();
  }

  @Test
  @DisplayName("stays where it was moved to")
  void moved() throws Exception {
    Path place = parent.resolve("place");
    try (TemporaryFolder folder = new TemporaryFolder(parent)) {
      Files.writeString(folder.path().resolve("a"), "x");
      Files.move(folder.path(), place);
    }

    assertThat(place.resolve("a")).hasContent("x");
  }

  @Test
  @DisplayName("that is not there is deleted without complaint")
  void missing() {
    assertThatCode(() -> TemporaryFolder.delete(parent.resolve("none"))).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("is digested file by file as sha256sum would")
  void digest() throws Exception {
    assertThat(Digest.sha256(Files.writeString(parent.resolve("abc"), "abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
