package io.github.rustcross.toolchain;

import static io.github.rustcross.toolchain.Machine.AUTO;
import static io.github.rustcross.toolchain.Machine.NO_FLOOR_SAID;
import static io.github.rustcross.toolchain.Machine.bin;
import static io.github.rustcross.toolchain.Machine.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A company, with YAML alone,")
class CompanyOverlayTest {
  private static final String GNU = "aarch64-unknown-linux-gnu";

  @Test
  @DisplayName("puts a linker of its own before that of a toolchain, which stays for who lacks it")
  void linker() {
    Machine machine =
        Machine.debian()
            .withPrograms("aarch64-linux-gnu-gcc", "aarch64-linux-gnu-g++", "aarch64-linux-gnu-ar")
            .withPrograms("aarch64-linux-gnu-ranlib")
            .withCatalog(
                catalog(
                    """
                    schemaVersion: 1
                    toolchains:
                      gcc:
                        programs:
                          linker: { find: { prepend: [{ name: "/opt/acme/bin/{gnu}-gcc" }] } }
                    """));

    assertThat(linker(machine.withFiles("/opt/acme/bin/aarch64-linux-gnu-gcc")))
        .isEqualTo("/opt/acme/bin/aarch64-linux-gnu-gcc");
    assertThat(linker(machine)).isEqualTo("/usr/bin/aarch64-linux-gnu-gcc");
  }

  @Test
  @DisplayName("adds a target to a family, with a compiler for it alone")
  void target() {
    Machine machine =
        Machine.debian()
            .withPrograms("acme-cc")
            .withCatalog(
                catalog(
                    """
                    schemaVersion: 1
                    toolchains:
                      acme:
                        description: the compiler of ACME's boards
                        compiles: [c]
                        links: [c]
                        glibcFloor: none
                        programs:
                          cc: { find: [{ name: acme-cc }] }
                          linker: { find: [{ name: acme-cc }] }
                    targets:
                      aarch64-acme-linux-gnu:
                        family: linux-gnu
                        description: ACME's boards
                        tier: 3
                        platform: { arch: aarch64, vendor: acme, pointerWidth: 64 }
                        libc: { floor: ~, loader: /lib/ld-linux-aarch64.so.1 }
                        binary: { machine: 183, libraries: { append: ["libacme-*.so.2"] } }
                        names: { classifier: linux-acme, gnu: aarch64-acme-linux-gnu }
                        groups: [all, linux, gnu]
                        toolchains: [{ use: acme }]
                    """));

    ToolchainSelection selection =
        machine.select("aarch64-acme-linux-gnu", bin(Language.C), NO_FLOOR_SAID, AUTO);

    assertThat(selection)
        .isInstanceOfSatisfying(
            Selected.class, chosen -> assertThat(chosen.choice().label()).isEqualTo("acme"));
    assertThat(machine.target("aarch64-acme-linux-gnu").binary().libraries().orElseThrow())
        .contains("libc.so.6")
        .endsWith("libacme-*.so.2");
  }

  @Test
  @DisplayName("forbids a toolchain, which then is passed over with the reason")
  void forbidden() {
    Machine machine =
        Machine.debian()
            .withPrograms("aarch64-linux-gnu-gcc")
            .withAllTools()
            .withCatalog(
                catalog(
                    """
                    schemaVersion: 1
                    toolchains:
                      zig: { forbidden: our licence department has not looked at it }
                    """));

    ToolchainSelection selection = machine.select(GNU, bin(), new FloorRequest.None(), AUTO);

    assertThat(selection)
        .isInstanceOfSatisfying(
            Selected.class,
            chosen -> {
              assertThat(chosen.choice().label()).isEqualTo("gcc");
              assertThat(chosen.reason())
                  .contains(
                      "zig: forbidden: our licence department has not looked at it (company.yaml:3:21)");
            });
  }

  @Test
  @DisplayName("says what its people should know of a toolchain that is not here")
  void hint() {
    Machine machine =
        Machine.of(GNU)
            .withCatalog(
                catalog(
                    """
                    schemaVersion: 1
                    toolchains:
                      gcc: { hints: { append: ["On laptops: ask the service desk for GCC-ARM."] } }
                    """));

    ToolchainSelection selection = machine.select(GNU, bin(), new FloorRequest.None(), AUTO);

    assertThat(((Unservable) selection).rejections())
        .filteredOn(rejection -> rejection.choice().equals("gcc"))
        .flatExtracting(Rejection::hints)
        .contains("On laptops: ask the service desk for GCC-ARM.");
  }

  private static String linker(Machine machine) {
    Selected gcc =
        (Selected) machine.select(GNU, bin(Language.C), new FloorRequest.None(), named("gcc"));
    return machine
        .environment(GNU, gcc, Set.of(ArtifactKind.BIN))
        .variables()
        .get("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER")
        .value();
  }

  private static TargetCatalog catalog(String overlay) {
    return TargetCatalog.load(List.of(new CatalogSource("company.yaml", overlay)));
  }
}
