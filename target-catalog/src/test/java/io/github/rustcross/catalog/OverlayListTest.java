package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A list below")
class OverlayListTest {
  private static final TargetTriple GNU = new TargetTriple("x86_64-unknown-linux-gnu");

  /** Lists of a target's own, and of its family, which the tests know whatever the catalog has. */
  private static final String BELOW =
      """
      schemaVersion: 1
      families:
        linux-gnu:
          binary: { libraries: [libc.so.6, libm.so.6] }
          runners: [{ use: native }, { use: qemu-user, hosts: [linux] }]
      targets:
        x86_64-unknown-linux-gnu:
          groups: [all, linux, gnu]
          toolchains: [{ use: zig }, { use: zig, link: rust-lld }, { use: gcc }]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[musl]|musl",
        "[]|''",
        "~|''",
        "{ append: [jni] }|all,linux,gnu,jni",
        "{ prepend: [musl, jni] }|musl,jni,all,linux,gnu",
        "{ remove: [linux] }|all,gnu",
        "{ append: [linux], remove: [linux, all] }|gnu,linux",
        "{ append: [jni], prepend: [musl], remove: [gnu] }|musl,all,linux,jni",
        "{ append: ~, remove: [gnu, linux, all] }|''"
      })
  @DisplayName("is replaced, changed or taken away")
  void texts(String change, String expected) {
    TargetCatalog catalog = load(overlay("groups: " + change));

    assertThat(String.join(",", catalog.require(GNU).groups())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ remove: [{ use: zig }] }|gcc",
        "{ remove: [{ use: zig, link: rust-lld }] }|zig,gcc",
        "{ remove: [{ use: zig, link: ~ }] }|zig + rust-lld,gcc",
        "{ remove: [{ link: rust-lld }, { use: gcc }] }|zig",
        "{ append: [{ use: gcc, hosts: [linux] }], remove: [{ use: gcc }] }|zig,zig + rust-lld,gcc"
      })
  @DisplayName("of mappings loses those that have all keys and values that are named")
  void mappings(String change, String expected) {
    TargetCatalog catalog = load(overlay("toolchains: " + change));

    assertThat(catalog.require(GNU).toolchains().stream().map(ToolchainChoice::label))
        .containsExactly(expected.split(","));
  }

  @Test
  @DisplayName("may be the family's, for one target or for all of the family")
  void family() {
    TargetCatalog one = load(overlay("binary: { libraries: { append: [libacme.so] } }"));
    TargetCatalog all =
        load(
            """
            schemaVersion: 1
            families:
              linux-gnu: { binary: { libraries: { append: [libacme.so] } } }
            """);

    assertThat(libraries(one, GNU.value())).containsExactly("libc.so.6", "libm.so.6", "libacme.so");
    assertThat(libraries(one, "aarch64-unknown-linux-gnu"))
        .containsExactly("libc.so.6", "libm.so.6");
    assertThat(libraries(all, "aarch64-unknown-linux-gnu"))
        .isEqualTo(libraries(all, GNU.value()))
        .containsExactly("libc.so.6", "libm.so.6", "libacme.so");
  }

  @Test
  @DisplayName("may be that of a family below the family")
  void familyOfFamily() {
    TargetCatalog catalog =
        load(
            """
            schemaVersion: 1
            families:
              board:
                family: linux-gnu
                binary: { libraries: { prepend: [libboard.so], remove: [libm.so.6] } }
            targets:
              x86_64-unknown-linux-gnu:
                family: board
                binary: { libraries: { append: [libacme.so] } }
            """);

    assertThat(libraries(catalog, GNU.value()))
        .containsExactly("libboard.so", "libc.so.6", "libacme.so");
  }

  @Test
  @DisplayName(
      "is changed by one overlay after the other, also while the family's is not known yet")
  void oneAfterTheOther() {
    TargetCatalog catalog =
        load(
            overlay("binary: { libraries: { append: [liba.so, libb.so], remove: [libm.so.6] } }"),
            overlay("binary: { libraries: { remove: [liba.so], prepend: [libm.so.6] } }"),
            overlay("binary: { libraries: { append: [libc.so] } }"));

    assertThat(libraries(catalog, GNU.value()))
        .containsExactly("libm.so.6", "libc.so.6", "libb.so", "libc.so");
  }

  @Test
  @DisplayName("is empty where an overlay took it away or where there is none")
  void nothingBelow() {
    TargetCatalog catalog =
        load(
            overlay("{ binary: { libraries: ~ } }"),
            overlay(
                """
                binary: { libraries: { append: [libacme.so] } }
                    rustflags: { bin: { append: [-Ctarget-cpu=native] } }
                """));

    assertThat(libraries(catalog, GNU.value())).containsExactly("libacme.so");
    assertThat(catalog.require(GNU).rustflags().get(ArtifactKind.BIN))
        .containsExactly("-Ctarget-cpu=native");
  }

  @Test
  @DisplayName("of numbers is changed by their values, however they are written")
  void numbers() {
    TargetCatalog catalog =
        load(overlay("binary: { elf: { osAbi: { remove: [0x3], append: [9] } } }"));

    assertThat(catalog.require(GNU).binary().elf().osAbi()).containsExactly(0, 9);
  }

  @Test
  @DisplayName("keeps the origin of each item")
  void origins() {
    TargetCatalog catalog =
        load(overlay("toolchains: { append: [{ use: mingw }], remove: [{ use: zig }] }"));

    assertThat(catalog.require(GNU).toolchains())
        .extracting(choice -> choice.origin().toString())
        .containsExactly("below.yaml:9:62", "overlay1.yaml:4:28");
  }

  private static List<String> libraries(TargetCatalog catalog, String triple) {
    return catalog.find(triple).orElseThrow().binary().libraries().orElseThrow();
  }

  private static String overlay(String text) {
    return "schemaVersion: 1\ntargets:\n  x86_64-unknown-linux-gnu:\n    " + text + "\n";
  }

  private static TargetCatalog load(String... overlays) {
    return TargetCatalog.load(
        IntStream.rangeClosed(0, overlays.length)
            .mapToObj(
                i ->
                    i == 0
                        ? new CatalogSource("below.yaml", BELOW)
                        : new CatalogSource("overlay" + i + ".yaml", overlays[i - 1]))
            .toList());
  }
}
