package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The origin of a value out of an overlay")
class OverlayOriginTest {
  private static final TargetCatalog CATALOG =
      Samples.withOverlay(
          """
          schemaVersion: 1
          targets:
            x86_64-unknown-linux-gnu:
              toolchains:
                - use: gcc
                - { use: zig }
          toolchains:
            gcc:
              programs:
                cc: { find: [{ name: my-gcc }] }
          downloads:
            zig:
              version: 0.17.1
          """);

  private static final Target TARGET =
      CATALOG.require(new TargetTriple("x86_64-unknown-linux-gnu"));

  @Test
  @DisplayName("is the overlay's line and column")
  void overlaid() {
    assertThat(TARGET.origin()).hasToString("overlay.yaml:4:5");
    assertThat(TARGET.toolchains())
        .extracting(choice -> choice.origin().toString())
        .containsExactly("overlay.yaml:5:9", "overlay.yaml:6:9");
    assertThat(CATALOG.requireToolchain("gcc").programs().get(Role.CC).origin())
        .hasToString("overlay.yaml:10:11");
    assertThat(CATALOG.downloads().get("zig").origin()).hasToString("overlay.yaml:13:5");
  }

  @Test
  @DisplayName("is the catalog's for what the overlay does not name")
  void untouched() {
    assertThat(CATALOG.requireToolchain("gcc").programs().get(Role.CXX).origin().source())
        .isEqualTo("catalog " + CATALOG.version());
    assertThat(CATALOG.requireToolchain("zig").origin())
        .isEqualTo(TargetCatalog.bundled().requireToolchain("zig").origin());
  }

  @Test
  @DisplayName("is the file's path where the overlay is a file")
  void file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "schemaVersion: 1\nhost: { toolchain: cargo, fallback: gcc9 }\n");

    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> TargetCatalog.load(List.of(CatalogSource.file(file))))
        .withMessage(
            "%s:2:37: host.fallback: no toolchain 'gcc9'; did you mean 'gcc'?".formatted(file));
  }

  @Test
  @DisplayName("is that of the file with the mistake, where there are several")
  void several() {
    CatalogSource good =
        new CatalogSource("good.yaml", "schemaVersion: 1\nhost: { fallback: gcc }\n");
    CatalogSource bad =
        new CatalogSource("bad.yaml", "schemaVersion: 1\nhost:\n  toolchain: [gcc]\n");

    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> TargetCatalog.load(List.of(bad, good)))
        .withMessage("bad.yaml:3:14: host.toolchain: expected a text, found a list");
  }
}
