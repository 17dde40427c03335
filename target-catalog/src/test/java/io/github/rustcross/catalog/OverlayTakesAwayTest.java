package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An empty value in an overlay")
class OverlayTakesAwayTest {
  private static final TargetTriple GNU = new TargetTriple("x86_64-unknown-linux-gnu");

  @ParameterizedTest
  @ValueSource(strings = {"docker: ~", "docker: null", "docker:"})
  @DisplayName("takes away what the target says, however it is written")
  void own(String entry) {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            targets:
              x86_64-unknown-linux-gnu:
                names:
                  %s
            """
                .formatted(entry));

    assertThat(catalog.require(GNU).names()).doesNotContainKey("docker").containsKey("dpkg");
  }

  @Test
  @DisplayName("takes away what the target has from its family")
  void inherited() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            targets:
              x86_64-unknown-linux-gnu:
                libc: { floor: ~ }
                names: { goos: ~ }
            """);

    assertThat(catalog.require(GNU).defaultFloor()).isEmpty();
    assertThat(catalog.require(GNU).names()).doesNotContainKey("goos").containsKey("goarch");
    assertThat(catalog.find("aarch64-unknown-linux-gnu"))
        .get()
        .extracting(Target::names)
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("goos", "linux");
  }

  @Test
  @DisplayName("takes away a whole target")
  void target() {
    TargetCatalog catalog =
        Samples.withOverlay("schemaVersion: 1\ntargets: { x86_64-unknown-freebsd: ~ }\n");

    assertThat(catalog.find("x86_64-unknown-freebsd")).isEmpty();
    assertThat(catalog.group("freebsd")).isEmpty();
  }

  @Test
  @DisplayName("does no harm where there is nothing to take away")
  void nothing() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            targets:
              riscv32-acme-none: ~
              x86_64-unknown-linux-gnu:
                toolchains: [{ use: zig, link: ~ }]
                runners: [{ use: native, hosts: ~ }]
            runners: { native: { environment: { LANG: ~ } } }
            """);

    assertThat(catalog.targets()).hasSameSizeAs(TargetCatalog.bundled().targets());
    assertThat(catalog.requireRunner("native").environment()).isEmpty();
    assertThat(catalog.require(GNU).runners())
        .extracting(RunnerChoice::runner)
        .containsExactly("native");
    assertThat(catalog.require(GNU).toolchains())
        .extracting(ToolchainChoice::label)
        .containsExactly("zig");
  }

  @Test
  @DisplayName("makes room for another kind of program")
  void program() {
    TargetCatalog catalog =
        Samples.withOverlay(
            """
            schemaVersion: 1
            toolchains:
              zig:
                programs:
                  linker: { tool: ~, name: ~, arguments: ~, version: ~, environment: ~, rustc: rust-lld }
            """);

    assertThat(catalog.requireToolchain("zig").programs().get(Role.LINKER))
        .isInstanceOfSatisfying(
            Program.OfRustc.class, program -> assertThat(program.name()).isEqualTo("rust-lld"));
  }

  @Test
  @DisplayName("can be undone by a later overlay")
  void undone() {
    TargetCatalog catalog =
        TargetCatalog.load(
            List.of(
                new CatalogSource("first.yaml", "schemaVersion: 1\ncrates: { cc: ~ }\n"),
                new CatalogSource(
                    "second.yaml", "schemaVersion: 1\ncrates: { cc: { compiles: [c++] } }\n")));

    assertThat(catalog.crates().compilers().get("cc")).containsExactly(Language.CXX);
  }
}
