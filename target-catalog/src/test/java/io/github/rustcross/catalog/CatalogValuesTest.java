package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.catalog.yaml.CatalogValues;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The values of an entry, each with its origin,")
class CatalogValuesTest {
  private static final String OVERLAY =
      """
      schemaVersion: 1
      families:
        board:
          std: prebuilt
          tier: 3
          libc: { name: glibc, floor: "2.31" }
          toolchains: [{ use: gcc }]
          platform: { arch: sparc, vendor: acme, os: linux, env: gnu, abi: "", pointerWidth: 32 }
          binary: { format: elf, elf: { osAbi: [0] } }
          files: { bin: { type: exe } }
      targets:
        sparc-acme-linux:
          family: board
          description: the board
          libc: { floor: "2.36" }
          slices: []
          platform: { endian: big }
          toolchains: { prepend: [{ use: zig, kinds: [bin] }] }
          binary: { elf: { osAbi: ~ } }
          names: { classifier: acme }
          rustflags: {}
      """;

  @Test
  @DisplayName("are those of the target over its family's, item by item")
  void family() {
    CatalogValues values = CatalogValues.load(List.of(new CatalogSource("own.yaml", OVERLAY)));

    assertThat(values.target("sparc-acme-linux").stream().map(CatalogValuesTest::line))
        .containsExactly(
            "std = prebuilt from own.yaml:4:10",
            "tier = 3 from own.yaml:5:11",
            "libc.name = glibc from own.yaml:6:19",
            "libc.floor = 2.36 from own.yaml:15:20",
            "toolchains[0].use = zig from own.yaml:18:36",
            "toolchains[0].kinds[0] = bin from own.yaml:18:49",
            "toolchains[1].use = gcc from own.yaml:7:25",
            "platform.arch = sparc from own.yaml:8:23",
            "platform.vendor = acme from own.yaml:8:38",
            "platform.os = linux from own.yaml:8:48",
            "platform.env = gnu from own.yaml:8:60",
            "platform.abi =  from own.yaml:8:70",
            "platform.pointerWidth = 32 from own.yaml:8:88",
            "platform.endian = big from own.yaml:17:25",
            "binary.format = elf from own.yaml:9:23",
            "files.bin.type = exe from own.yaml:10:27",
            "description = the board from own.yaml:14:18",
            "slices = [] from own.yaml:16:13",
            "names.classifier = acme from own.yaml:20:26",
            "rustflags = {} from own.yaml:21:16");
  }

  @Test
  @DisplayName("name the version and the line of the catalog where nothing is changed")
  void catalog() {
    CatalogSource bundled = CatalogSource.bundled();
    List<String> lines = bundled.text().lines().toList();

    List<CatalogValue> values = CatalogValues.load(List.of()).target("x86_64-unknown-linux-gnu");

    assertThat(values)
        .extracting(CatalogValue::path)
        .contains("libc.floor", "platform.arch", "toolchains[0].use", "binary.libraries[0]");
    assertThat(values)
        .allSatisfy(
            value -> {
              assertThat(value.origin().toString())
                  .isEqualTo("%s, line %d".formatted(bundled.name(), value.origin().line()));
              assertThat(lines.get(value.origin().line() - 1)).contains(value.text());
            });
  }

  @Test
  @DisplayName("are there for toolchains and runners too")
  void others() {
    CatalogValues values =
        CatalogValues.load(
            List.of(
                new CatalogSource(
                    "own.yaml",
                    """
                    schemaVersion: 1
                    toolchains: { gcc: { rustflags: { append: [-Cprefer-dynamic] } } }
                    runners: { native: { description: ours } }
                    """)));

    assertThat(values.toolchain("gcc").stream().map(CatalogValuesTest::line))
        .contains("rustflags[0] = -Cprefer-dynamic from own.yaml:2:44");
    assertThat(values.runner("native").stream().map(CatalogValuesTest::line))
        .contains("description = ours from own.yaml:3:35");
  }

  @Test
  @DisplayName("are none of what the catalog does not have")
  void unknown() {
    CatalogValues values = CatalogValues.load(List.of());

    assertThat(values.target("sparc-acme-linux")).isEmpty();
    assertThat(values.toolchain("acme")).isEmpty();
    assertThat(values.runner("acme")).isEmpty();
  }

  @Test
  @DisplayName("cannot be told of what cannot be loaded")
  void broken() {
    CatalogSource source =
        new CatalogSource(
            "own.yaml", "schemaVersion: 1\nhostVariables: { remove: [NO_SUCH_VARIABLE] }\n");

    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> CatalogValues.load(List.of(source)))
        .withMessageContaining("own.yaml:2:27: hostVariables.remove: ");
  }

  private static String line(CatalogValue value) {
    return "%s = %s from %s".formatted(value.path(), value.text(), value.origin());
  }
}
