package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of every target the bundled catalog says")
@ParameterizedClass(name = "{0}")
@MethodSource("triples")
class TargetFactsTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  /** Systems that bring no C library along. */
  private static final Set<String> WITHOUT_LIBC = Set.of("none", "unknown", "uefi");

  private final Target target;

  TargetFactsTest(String triple) {
    target = CATALOG.require(new TargetTriple(triple));
  }

  static Collection<String> triples() {
    return CATALOG.targets().keySet();
  }

  @Test
  @DisplayName("what it is")
  void description() {
    assertThat(target.description()).isNotBlank().doesNotContain("\n");
    assertThat(target.tier()).isBetween(1, 3);
  }

  @Test
  @DisplayName("its platform")
  void platform() {
    Platform platform = target.platform();
    assertThat(platform.arch()).isNotBlank();
    assertThat(platform.vendor()).isNotBlank();
    assertThat(platform.os()).isNotBlank();
    assertThat(platform.endian()).isIn("little", "big");
    assertThat(platform.pointerWidth()).isIn(32, 64);
  }

  @Test
  @DisplayName("its C library, where it has one")
  void libc() {
    if (WITHOUT_LIBC.contains(target.platform().os())) {
      assertThat(target.libc()).isEmpty();
    } else {
      assertThat(target.libc()).map(Libc::name).get().asString().isNotBlank();
    }
  }

  @Test
  @DisplayName("its floor, where it has glibc and a toolchain that promises one, and only there")
  void floor() {
    boolean promised =
        target.toolchains().stream()
            .map(choice -> CATALOG.requireToolchain(choice.linkingToolchain()))
            .anyMatch(toolchain -> toolchain.glibcFloor() == Toolchain.FloorPromise.ASKED);
    if (target.libc().filter(libc -> libc.name().equals("glibc")).isPresent() && promised) {
      assertThat(target.defaultFloor()).get().asString().matches("2\\.\\d+");
    } else {
      assertThat(target.defaultFloor()).isEmpty();
    }
  }

  @Test
  @DisplayName("its loader, where it has shared ELF libraries")
  void loader() {
    boolean elf = target.binary().format().equals("elf");
    if (elf && target.files().containsKey(ArtifactKind.CDYLIB)) {
      assertThat(target.libc().orElseThrow().loader()).get().asString().startsWith("/");
    }
  }

  @Test
  @DisplayName("what its binaries look like")
  void binary() {
    BinaryPromise binary = target.binary();
    boolean severalMachinesOrNone = target.isUniversal() || binary.format().equals("wasm");
    assertThat(binary.machine().isEmpty()).isEqualTo(severalMachinesOrNone);
    if (!binary.format().equals("wasm")) {
      assertThat(binary.linkage()).containsKey(ArtifactKind.BIN);
    }
  }

  @Test
  @DisplayName("how its files are called")
  void files() {
    assertThat(target.files()).containsKey(ArtifactKind.BIN);
    assertThat(target.files().containsKey(ArtifactKind.STATICLIB))
        .as("a static library, which is never joined")
        .isEqualTo(!target.isUniversal());
    assertThat(target.files().values())
        .allSatisfy(naming -> assertThat(naming.type()).matches("[a-z]+"));
  }

  @Test
  @DisplayName("its classifier and what others call it")
  void names() {
    assertThat(target.names()).containsKeys("classifier", "cmakeSystem", "mesonSystem");
    assertThat(target.names().get("classifier")).matches("[a-z0-9]+([-_][a-z0-9]+)*");
    assertThat(target.names()).allSatisfy((word, name) -> assertThat(name).as(word).isNotBlank());
    if (!target.isUniversal()) {
      assertThat(target.names()).containsKeys("cmakeProcessor", "mesonCpuFamily", "mesonCpu");
    }
    if (target.groups().contains("jni")) {
      assertThat(target.names()).containsKeys("jna", "osMaven", "goos", "goarch");
    }
  }

  @Test
  @DisplayName("its groups, all of which exist")
  void groups() {
    assertThat(target.groups()).isSubsetOf(CATALOG.groups().keySet());
  }

  @Test
  @DisplayName("how to build it, or of which slices it consists")
  void toolchains() {
    if (target.isUniversal()) {
      assertThat(target.toolchains()).isEmpty();
      assertThat(target.slices())
          .hasSizeGreaterThan(1)
          .allMatch(slice -> CATALOG.find(slice.value()).isPresent());
    } else {
      assertThat(target.toolchains()).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  @DisplayName("a toolchain for each kind of artifact it can have")
  void kinds() {
    if (!target.isUniversal()) {
      assertThat(target.toolchains())
          .flatExtracting(ToolchainChoice::kinds)
          .containsAll(target.files().keySet());
    }
  }
}
