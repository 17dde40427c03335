package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An overlay")
class OverlayTest {
  private static final TargetCatalog BUNDLED = TargetCatalog.bundled();
  private static final TargetTriple GNU = new TargetTriple("x86_64-unknown-linux-gnu");
  private static final TargetTriple MUSL = new TargetTriple("x86_64-unknown-linux-musl");

  @Test
  @DisplayName("that says nothing changes nothing")
  void nothing() {
    TargetCatalog catalog = Samples.withOverlay("schemaVersion: 1\n");

    assertThat(catalog.targets()).isEqualTo(BUNDLED.targets());
    assertThat(catalog.toolchains()).isEqualTo(BUNDLED.toolchains());
  }

  @Test
  @DisplayName("changes what it names and leaves the keys beside it")
  void keyByKey() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            targets:
              x86_64-unknown-linux-gnu:
                libc: { floor: "2.28" }
            """);

    Target before = BUNDLED.require(GNU);
    Target after = catalog.require(GNU);
    assertThat(after.defaultFloor()).contains("2.28");
    assertThat(after.libc().orElseThrow().loader()).isEqualTo(before.libc().orElseThrow().loader());
    assertThat(after).usingRecursiveComparison().ignoringFields("libc", "origin").isEqualTo(before);
    assertThat(catalog.targets().keySet()).containsExactlyElementsOf(BUNDLED.targets().keySet());
  }

  @Test
  @DisplayName("replaces a list as a whole")
  void list() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            targets:
              x86_64-unknown-linux-gnu:
                groups: [linux]
                toolchains: [{ use: gcc }]
            """);

    assertThat(catalog.require(GNU).groups()).containsExactly("linux");
    assertThat(catalog.require(GNU).toolchains())
        .extracting(ToolchainChoice::label)
        .containsExactly("gcc");
  }

  @Test
  @DisplayName("changes all targets of a family, but not what they say themselves")
  void family() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            families:
              linux-gnu:
                libc: { floor: "2.28" }
            """);

    assertThat(catalog.require(GNU).defaultFloor()).contains("2.28");
    assertThat(catalog.find("riscv64gc-unknown-linux-gnu"))
        .map(Target::defaultFloor)
        .isEqualTo(BUNDLED.find("riscv64gc-unknown-linux-gnu").map(Target::defaultFloor));
    assertThat(catalog.require(MUSL)).isEqualTo(BUNDLED.require(MUSL));
  }

  @Test
  @DisplayName("gives a target another family")
  void otherFamily() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            targets:
              x86_64-unknown-linux-gnu:
                family: linux-musl
            """);

    assertThat(catalog.require(GNU).platform().env()).isEqualTo("musl");
  }

  @Test
  @DisplayName("comes before an earlier one")
  void order() {
    TargetCatalog catalog =
        TargetCatalog.load(
            List.of(
                new CatalogSource("first.yaml", "schemaVersion: 1\nhost: { compilers: [a] }\n"),
                new CatalogSource("second.yaml", "schemaVersion: 1\nhost: { compilers: [b] }\n")));

    assertThat(catalog.hostCompilers()).containsExactly("b");
  }

  @Test
  @DisplayName("does not change the catalog's version by its own")
  void version() {
    TargetCatalog catalog = Samples.withOverlay("schemaVersion: 1\ncatalogVersion: 3.2.1-acme\n");

    assertThat(catalog.version()).isEqualTo(BUNDLED.version());
  }

  @Test
  @DisplayName("may say yes for true, as YAML 1.1 does, and no for false")
  void flags() {
    assertThat(anyTarget("true")).isTrue();
    assertThat(anyTarget("yes")).isTrue();
    assertThat(anyTarget("On")).isTrue();
    assertThat(anyTarget("no")).isFalse();
    assertThat(anyTarget("false")).isFalse();
  }

  private static boolean anyTarget(String word) {
    return Samples.withOverlay("schemaVersion: 1\ntoolchains: { gcc: { anyTarget: " + word + " } }")
        .requireToolchain("gcc")
        .anyTarget();
  }
}
