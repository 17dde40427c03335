package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An overlay for schema")
class SchemaVersionTest {
  private static final int NEWER = TargetCatalog.SCHEMA_VERSION.minor() + 1;

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1\"", "\"1.0\""})
  @DisplayName("1 is read, however the version is written")
  void same(String version) {
    TargetCatalog catalog = Samples.withOverlay("schemaVersion: " + version + "\n");

    assertThat(catalog.warnings()).isEmpty();
  }

  @Test
  @DisplayName("1 and a newer minor is read, and what is not known in it is a warning")
  void newerMinor() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: "1.%d"
            colours: { linux: blue }
            families: { linux-gnu: { colour: green } }
            targets:
              x86_64-unknown-linux-gnu:
                libc: { floor: "2.28", flavour: vanilla }
            """
                .formatted(NEWER));

    assertThat(catalog.find("x86_64-unknown-linux-gnu").orElseThrow().defaultFloor())
        .contains("2.28");
    String why =
        "unknown key, passed over: the file is written for schema 1.%d, this rust-cross reads schema %s"
            .formatted(NEWER, TargetCatalog.SCHEMA_VERSION);
    assertThat(catalog.warnings())
        .extracting(CatalogProblem::toString)
        .containsExactlyInAnyOrder(
            "overlay.yaml:2:1: colours: " + why,
            "overlay.yaml:3:26: targets.x86_64-unknown-linux-gnu.colour: " + why,
            "overlay.yaml:6:28: targets.x86_64-unknown-linux-gnu.libc.flavour: " + why);
  }

  @Test
  @DisplayName("1 and a newer minor does not excuse the unknown keys of other overlays")
  void otherFile() {
    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(
            () ->
                TargetCatalog.load(
                    List.of(
                        new CatalogSource(
                            "newer.yaml", "schemaVersion: \"1.%d\"\n".formatted(NEWER)),
                        new CatalogSource("own.yaml", "schemaVersion: 1\ncolours: {}\n"))))
        .withMessageStartingWith("own.yaml:2:1: colours: unknown key; ");
  }

  @Test
  @DisplayName("1 with a family that nothing has and that is spelled like another is a warning")
  void family() {
    TargetCatalog catalog =
        Samples.withOverlay("schemaVersion: 1\nfamilies: { linux-gun: { tier: 1 }, acme: {} }\n");

    assertThat(catalog.warnings())
        .extracting(CatalogProblem::toString)
        .containsExactly(
            "overlay.yaml:2:13: families.linux-gun: no target is of this family;"
                + " did you mean 'linux-gnu'?");
  }
}
