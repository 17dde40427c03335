package io.github.rustcross.toolchain;

import static io.github.rustcross.toolchain.Machine.AUTO;
import static io.github.rustcross.toolchain.Machine.NO_FLOOR_SAID;
import static io.github.rustcross.toolchain.Machine.bin;
import static io.github.rustcross.toolchain.Machine.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An environment out of an overlay")
class TargetEnvironmentTest {
  private static final String GNU = "aarch64-unknown-linux-gnu";

  @Test
  @DisplayName("has a new toolchain's programs, flags and variables, each with file and line")
  void newToolchain() {
    Machine machine =
        withOverlay(
                """
                schemaVersion: 1
                toolchains:
                  acme:
                    description: clang with a sysroot
                    compiles: [c]
                    links: [c]
                    glibcFloor: none
                    programs:
                      cc: { find: [{ name: clang }] }
                      linker: { find: [{ name: clang }] }
                    rustflags: ["-Clink-arg=--target={gnu}"]
                    environment:
                      "CFLAGS_{triple_}": "--target={gnu} --sysroot={cacheDir}/sysroots/{gnu}"
                targets:
                  aarch64-unknown-linux-gnu:
                    toolchains:
                      - { use: acme, rustflags: [-Clink-arg=-fuse-ld=lld] }
                """)
            .withPrograms("clang");

    Selected selected =
        (Selected) machine.select(GNU, bin(Language.C), NO_FLOOR_SAID, named("acme"));
    TargetEnvironment environment = machine.environment(GNU, selected, Set.of(ArtifactKind.BIN));

    assertThat(environment.variables())
        .extractingByKey("CFLAGS_aarch64_unknown_linux_gnu")
        .extracting(Setting::value)
        .isEqualTo("--target=aarch64-linux-gnu --sysroot=/cache/sysroots/aarch64-linux-gnu");
    assertThat(environment.variables())
        .extractingByKey("CC_aarch64_unknown_linux_gnu")
        .hasToString("Setting[value=/usr/bin/clang, origin=overlay.yaml:9:11]");
    assertThat(environment.rustflags())
        .extracting(setting -> setting.value() + " " + setting.origin())
        .containsExactly(
            "-Clink-arg=-fuse-ld=lld overlay.yaml:17:9",
            "-Clink-arg=--target=aarch64-linux-gnu overlay.yaml:4:5");
    assertThat(environment.tools()).isEmpty();
  }

  @Test
  @DisplayName("has a toolchain's flags where it links, not where it only compiles")
  void flagsOfLinker() {
    Machine machine =
        withOverlay(
                """
                schemaVersion: 1
                toolchains:
                  zig: { rustflags: [-Clink-arg=-s] }
                """)
            .withAllTools();

    assertThat(flags(machine, GNU)).contains("-Clink-arg=-s");
    assertThat(flags(machine, "x86_64-unknown-linux-musl")).doesNotContain("-Clink-arg=-s");
  }

  @Test
  @DisplayName("has the path and the version of a tool that is yet to be fetched")
  void obtainableTool() {
    ToolState obtainable = new ToolState.Obtainable(Path.of("/cache/tools/zig"), "9.9");
    Machine machine =
        Machine.debian().withTools(Map.of("zig", obtainable, "cargo-zigbuild", obtainable));

    Selected selected = (Selected) machine.select(GNU, bin(), NO_FLOOR_SAID, AUTO);
    TargetEnvironment environment = machine.environment(GNU, selected, Set.of(ArtifactKind.BIN));

    assertThat(environment.tools()).containsExactly("zig", "cargo-zigbuild");
    assertThat(environment.scripts().get(0).content())
        .contains("CARGO_ZIGBUILD_ZIG_COMMAND=/cache/tools/zig\n")
        .contains("CARGO_ZIGBUILD_ZIG_VERSION=9.9\n");
  }

  @Test
  @DisplayName("is refused with file and line where a text has a word that nobody knows")
  void unknownWord() {
    Machine machine =
        withOverlay(
                """
                schemaVersion: 1
                toolchains:
                  gcc:
                    rustflags: ["-Clink-arg={sysroott}"]
                """)
            .withPrograms("aarch64-linux-gnu-gcc");
    Selected selected =
        (Selected) machine.select(GNU, bin(), new FloorRequest.None(), named("gcc"));

    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> machine.environment(GNU, selected, Set.of(ArtifactKind.BIN)))
        .withMessageStartingWith("overlay.yaml:4:5: ")
        .withMessageContaining("'-Clink-arg={sysroott}' has a word that is not known here; known:");
  }

  private static List<String> flags(Machine machine, String triple) {
    Selected selected =
        (Selected) machine.select(triple, bin(Language.C), NO_FLOOR_SAID, named("zig"));
    return machine.environment(triple, selected, Set.of(ArtifactKind.BIN)).rustflags().stream()
        .map(Setting::value)
        .toList();
  }

  private static Machine withOverlay(String text) {
    return Machine.debian()
        .withCatalog(TargetCatalog.load(List.of(new CatalogSource("overlay.yaml", text))));
  }
}
