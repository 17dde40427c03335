package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("rust.catalog")
class CatalogOverlaysTest {
  private static final String TRIPLE = "x86_64-unknown-linux-gnu";

  private final CatalogOverlays overlays = new CatalogOverlays(null);

  @TempDir private Path folder;

  @Test
  @DisplayName("takes resources of the plugin's class path, and what they name beside them")
  void classpath() throws Exception {
    TargetCatalog catalog = load("classpath:com/acme/boards.yaml");

    assertThat(catalog.groups()).containsEntry("boards", "boards of ACME");
    assertThat(catalog.jniLayouts()).containsEntry("acme", "com/acme/{classifier}/{file}");
  }

  @Test
  @DisplayName("takes files, which may name resources and files of their own folder")
  void nested() throws Exception {
    write("sub/own.yaml", "overlays: [../base.yaml, 'classpath:/com/acme/boards.yaml']");
    write("base.yaml", "targets: { %s: { groups: { append: [boards] } } }".formatted(TRIPLE));

    assertThat(load("sub/own.yaml").group("boards"))
        .extracting(target -> target.triple().value())
        .containsExactly(TRIPLE);
  }

  @Test
  @DisplayName("tells for each value of an entry who says it")
  void values() throws Exception {
    write("own.yaml", "targets: { %s: { groups: { append: [jni] } } }".formatted(TRIPLE));

    assertThat(overlays.values(List.of("own.yaml"), folder, null, null).target(TRIPLE))
        .filteredOn(value -> value.path().startsWith("groups["))
        .last()
        .hasToString(
            "CatalogValue[path=groups[4], text=jni, origin=%s:2:59]"
                .formatted(folder.resolve("own.yaml")));
  }

  @Test
  @DisplayName("tells of all overlays that are missing, and what is wrong with those there are")
  void missing() throws Exception {
    write("own.yaml", "overlays: [bord.yaml]");
    write("board.yaml", "");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> load("owm.yaml", "classpath:com/acme/bords.yaml", "own.yaml"))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.toString().replace(folder + "/", ""))
                    .containsExactly(
                        "RC-CATALOG-INVALID: rust.catalog: there is no file owm.yaml\n"
                            + "    Did you mean own.yaml?",
                        "RC-CATALOG-INVALID: rust.catalog: there is no 'com/acme/bords.yaml' on the"
                            + " class path of the plugin\n    Add the artifact that has it to the"
                            + " <dependencies> of rust-cross-maven-plugin.",
                        "RC-CATALOG-INVALID: own.yaml:2:12: overlays: there is no file bord.yaml;"
                            + " did you mean board.yaml?"));
  }

  private TargetCatalog load(String... words) throws ProblemException {
    return overlays.load(List.of(words), folder, null, null);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "schemaVersion: 1\n" + text + "\n");
  }
}
