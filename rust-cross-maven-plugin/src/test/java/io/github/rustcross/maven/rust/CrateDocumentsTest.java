package io.github.rustcross.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The documents of a crate")
class CrateDocumentsTest {
  @TempDir private Path workspace;

  private Path member;

  @BeforeEach
  void create() throws IOException {
    member = Files.createDirectory(workspace.resolve("member"));
  }

  @Test
  @DisplayName("are those under the usual names, and nothing else")
  void usual() throws Exception {
    List<String> names =
        List.of(
            "COPYING", "LICENSE-APACHE", "LICENSE-MIT", "NOTICE.txt", "licence.md", "README.md");
    for (String name : names) {
      write(member, name);
    }
    write(member, "Cargo.toml");
    write(member, "READMEFIRST");
    Files.createDirectory(member.resolve("LICENSE.d"));

    assertThat(documents(Optional.empty(), Optional.empty()))
        .containsExactlyElementsOf(names.stream().map(name -> "member/" + name).toList());
  }

  @Test
  @DisplayName("are those that Cargo.toml names, wherever they lie, if they exist")
  void named() throws Exception {
    write(workspace, "TERMS.txt");
    write(Files.createDirectory(member.resolve("docs")), "intro.md");

    assertThat(documents(Optional.of("../TERMS.txt"), Optional.of("docs/intro.md")))
        .containsExactly("TERMS.txt", "member/docs/intro.md");
    assertThat(documents(Optional.of("../NONE.txt"), Optional.empty())).isEmpty();
  }

  @Test
  @DisplayName("are the workspace's where the package has none of that kind")
  void ofWorkspace() throws Exception {
    write(workspace, "LICENSE");
    write(workspace, "README.md");
    write(member, "README.md");

    assertThat(documents(Optional.empty(), Optional.empty()))
        .containsExactly("LICENSE", "member/README.md");
  }

  private List<String> documents(Optional<String> licence, Optional<String> readme) {
    return CrateDocuments.of(member, licence, readme, workspace).stream()
        .map(file -> workspace.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  private static void write(Path folder, String name) throws IOException {
    Files.writeString(folder.resolve(name), name);
  }
}
