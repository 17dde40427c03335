package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Without any Java an overlay")
class OverlayAddsTest {
  private static final TargetCatalog BUNDLED = TargetCatalog.bundled();

  @Test
  @DisplayName("adds a target to a family")
  void target() {
    TargetCatalog catalog = Samples.withOverlayFile("new-target.yaml");

    Target target = catalog.require(new TargetTriple("riscv64-acme-linux-musl"));
    assertThat(catalog.targets().keySet()).last().isEqualTo(target.triple().value());
    assertThat(target.std()).isEqualTo(StdSupport.PREBUILT);
    assertThat(target.platform())
        .isEqualTo(
            new Platform("riscv64", "unknown", "linux", "musl", "", List.of("unix"), "little", 64));
    assertThat(target.libc())
        .contains(
            new Libc(
                "musl",
                Optional.empty(),
                Optional.of("/lib/ld-musl-riscv64.so.1"),
                Map.of(),
                List.of()));
    assertThat(target.binary().format()).isEqualTo("elf");
    assertThat(target.binary().machine()).contains(243);
    assertThat(target.binary().linkage())
        .isEqualTo(Map.of(ArtifactKind.BIN, "static", ArtifactKind.CDYLIB, "dynamic"));
    assertThat(target.binary().elf().runPaths()).isPresent();
    assertThat(target.files().get(ArtifactKind.CDYLIB).fileName("foo")).isEqualTo("libfoo.so");
    assertThat(target.rustflags())
        .isEqualTo(Map.of(ArtifactKind.CDYLIB, List.of("-Ctarget-feature=-crt-static")));
    assertThat(target.names()).containsEntry("goos", "linux").containsEntry("acmeBoard", "rv-one");
    assertThat(target.runners())
        .extracting(RunnerChoice::runner)
        .containsExactly("native", "qemu-user");
  }

  @Test
  @DisplayName("adds a group beside those there are")
  void group() {
    TargetCatalog catalog = Samples.withOverlayFile("new-target.yaml");

    assertThat(catalog.group("acme"))
        .extracting(target -> target.triple().value())
        .containsExactly("riscv64-acme-linux-musl");
    assertThat(catalog.group("musl")).hasSize(BUNDLED.group("musl").size() + 1);
  }

  @Test
  @DisplayName("adds a toolchain with the tool it needs")
  void toolchain() {
    TargetCatalog catalog = Samples.withOverlayFile("new-target.yaml");

    Toolchain toolchain = catalog.requireToolchain("acme-sdk");
    assertThat(toolchain.compiles()).isEqualTo(Set.of(Language.C));
    assertThat(toolchain.programs().get(Role.CC))
        .isInstanceOfSatisfying(
            Program.Wrapped.class,
            program -> {
              assertThat(program.arguments()).containsExactly("cc", "--board", "{acmeBoard}");
              assertThat(program.environment()).containsEntry("ACME_SDK", "{download:acme-sdk}");
            });
    assertThat(toolchain.programs().get(Role.LINKER))
        .isInstanceOfSatisfying(
            Program.Found.class,
            program ->
                assertThat(program.names())
                    .containsExactly(new Program.Candidate("{gnu}-ld", true)));
    assertThat(catalog.downloads().get("acme-sdk").sources())
        .singleElement()
        .isInstanceOf(Download.Archive.class);
  }

  @Test
  @DisplayName("adds a crate that compiles foreign code")
  void crate() {
    TargetCatalog catalog = Samples.withOverlayFile("new-target.yaml");

    assertThat(catalog.crates().compilers()).containsEntry("acme-sys", Set.of(Language.CXX));
  }

  @Test
  @DisplayName("renames a toolchain: no name of one is fixed")
  void renamedToolchain() {
    TargetCatalog catalog = Samples.withOverlayFile("renamed-toolchain.yaml");

    assertThat(catalog.toolchains()).containsKey("zigzag").doesNotContainKey("zig");
    assertThat(catalog.hostFallback()).isEqualTo("zigzag");
    assertThat(catalog.targets().values())
        .allSatisfy(
            target ->
                assertThat(uses(target, "zigzag"))
                    .as(target.triple().value())
                    .isEqualTo(uses(BUNDLED.require(target.triple()), "zig")));
    assertThat(catalog.targets()).hasSameSizeAs(BUNDLED.targets());
  }

  private static boolean uses(Target target, String toolchain) {
    return target.toolchains().stream()
        .anyMatch(
            choice ->
                choice.toolchain().equals(toolchain)
                    || choice.linkingToolchain().equals(toolchain));
  }
}
