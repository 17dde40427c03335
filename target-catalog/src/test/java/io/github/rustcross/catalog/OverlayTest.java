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
  @DisplayName("changes how much a rule counts and what is said, and leaves its other texts")
  void rule() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            rules:
              library: { level: warn, fix: "Ask the platform team for {library}" }
              position: { level: off }
              stack: { level: "off" }
            """);

    RuleKnowledge before = BUNDLED.rules().get(Rule.LIBRARY);
    RuleKnowledge after = catalog.rules().get(Rule.LIBRARY);
    assertThat(after.level()).isEqualTo(RuleLevel.WARN);
    assertThat(after.fix()).isEqualTo("Ask the platform team for {library}");
    assertThat(after.cause()).isEqualTo(before.cause());
    assertThat(after.description()).isEqualTo(before.description());
    assertThat(catalog.rules().get(Rule.POSITION).level()).isEqualTo(RuleLevel.OFF);
    assertThat(catalog.rules().get(Rule.STACK).level()).isEqualTo(RuleLevel.OFF);
    assertThat(catalog.rules().get(Rule.GLIBC)).isEqualTo(BUNDLED.rules().get(Rule.GLIBC));
  }

  @Test
  @DisplayName("has to name all libraries of a target again to add one")
  void libraries() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            targets:
              x86_64-unknown-linux-gnu:
                binary: { libraries: [libc.so.6, "libacme-*.so"] }
            """);

    assertThat(catalog.require(GNU).binary().libraries())
        .contains(List.of("libc.so.6", "libacme-*.so"));
    assertThat(catalog.require(GNU).binary().elf()).isEqualTo(BUNDLED.require(GNU).binary().elf());
    assertThat(catalog.find("aarch64-unknown-linux-gnu").orElseThrow().binary().libraries())
        .isEqualTo(BUNDLED.require(GNU).binary().libraries());
  }

  @Test
  @DisplayName("takes a promise back, for a target or for a family")
  void promiseTakenBack() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            families:
              linux: { binary: { elf: { refused: [text-relocations], runPaths: ~ } } }
            targets:
              x86_64-unknown-linux-gnu:
                binary: { libraries: ~ }
                libc: { companions: ~ }
            """);

    assertThat(catalog.require(GNU).binary().libraries()).isEmpty();
    assertThat(catalog.require(GNU).libc().orElseThrow().companions()).isEmpty();
    assertThat(catalog.require(MUSL).binary().elf().refused())
        .containsExactly(ElfPromise.Refused.TEXT_RELOCATIONS);
    assertThat(catalog.require(MUSL).binary().elf().runPaths()).isEmpty();
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
