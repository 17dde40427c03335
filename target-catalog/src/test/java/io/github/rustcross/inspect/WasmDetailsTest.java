package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WasmDetailsTest {

  private static final String MODULE = "0061736d 01000000";
  private static final String COMPONENT = "0061736d 0d000100";

  @Test
  void tellsImportsExportsAndMemories() throws Exception {
    WasmDetails details = Fixtures.details(WasmDetails.class, "wasm32-module.wasm");

    assertThat(details.version()).isEqualTo(1);
    assertThat(details.component()).isFalse();
    assertThat(details.imports())
        .containsExactly(
            new WasmImport("host", "log", WasmKind.FUNCTION),
            new WasmImport("clock", "now", WasmKind.FUNCTION));
    assertThat(details.exports())
        .containsExactly(
            new WasmExport("memory", WasmKind.MEMORY),
            new WasmExport("run", WasmKind.FUNCTION),
            new WasmExport("__data_end", WasmKind.GLOBAL),
            new WasmExport("__heap_base", WasmKind.GLOBAL));
    assertThat(details.memories())
        .containsExactly(new WasmMemory(16, OptionalLong.empty(), false, false, 65536, false));
  }

  @Test
  void tellsWhoMadeAModuleAndWhatItUses() throws Exception {
    WasmDetails details = Fixtures.details(WasmDetails.class, "wasm32-producers.wasm");

    assertThat(details.customSections()).containsExactly("name", "producers", "target_features");
    assertThat(details.producers())
        .containsExactly(
            new WasmProducer("language", "Rust", ""),
            new WasmProducer("processed-by", "rustc", "1.95.0 (59807616e 2026-04-14)"));
    assertThat(details.features())
        .contains(new WasmFeature("sign-ext", true), new WasmFeature("multivalue", true));
    assertThat(details.memories())
        .containsExactly(new WasmMemory(16, OptionalLong.of(64), false, false, 65536, true));
  }

  @Test
  void tellsComponents() throws Exception {
    WasmDetails details = Fixtures.details(WasmDetails.class, "wasm32-component.wasm");

    assertThat(details.version()).isEqualTo(13);
    assertThat(details.component()).isTrue();
    assertThat(details.imports())
        .contains(new WasmImport("", "wasi:cli/exit@0.2.6", WasmKind.INSTANCE));
    assertThat(details.exports())
        .containsExactly(new WasmExport("wasi:cli/run@0.2.6", WasmKind.INSTANCE));
  }

  @Test
  void tellsEveryKindOfExportOfAComponent() throws Exception {
    String exports =
        "00 0161 00 11 00 00"
            + "00 0162 01 00 00"
            + "01 0163 02 00 00"
            + "00 0164 03 00 01 03 00 05"
            + "02 0165 01 00 0178 04 00 00"
            + "00 0166 05 00 00";
    WasmDetails details = details(COMPONENT + section(11, "06" + exports));

    assertThat(details.exports())
        .extracting(export -> export.name() + " " + export.kind().id())
        .containsExactly(
            "a module", "b function", "c value", "d type", "e component", "f instance");
  }

  @Test
  void readsMemoriesOfEveryProposal() throws Exception {
    String memories = "04" + "00 01" + "03 01 ff01" + "05 8080808010 808080808001" + "08 02 00";

    assertThat(details(MODULE + section(5, memories)).memories())
        .containsExactly(
            new WasmMemory(1, OptionalLong.empty(), false, false, 65536, false),
            new WasmMemory(1, OptionalLong.of(255), true, false, 65536, false),
            new WasmMemory(1L << 32, OptionalLong.of(1L << 35), false, true, 65536, false),
            new WasmMemory(2, OptionalLong.empty(), false, false, 1, false));
  }

  @Test
  void readsImportsThatShareAModule() throws Exception {
    String each = "01 6d 00 7f 02" + "01 61 00 00" + "01 62 03 7f 00";
    String shared = "01 6e 00 7e 00 00 02 01 63 01 64";

    assertThat(details(MODULE + section(2, "02" + each + shared)).imports())
        .containsExactly(
            new WasmImport("m", "a", WasmKind.FUNCTION),
            new WasmImport("m", "b", WasmKind.GLOBAL),
            new WasmImport("n", "c", WasmKind.FUNCTION),
            new WasmImport("n", "d", WasmKind.FUNCTION));
  }

  @Test
  void tellsFeaturesThatAreForbidden() throws Exception {
    String content = "0f" + hex("target_features") + "03 2b 0161 2d 0162 3d 0163";

    assertThat(details(MODULE + section(0, content)).features())
        .containsExactly(
            new WasmFeature("a", true), new WasmFeature("b", false), new WasmFeature("c", true));
  }

  @Test
  void findsDebugInformation() throws Exception {
    assertThat(details(MODULE + section(0, "0b" + hex(".debug_info"))).debugInfo()).isTrue();
    assertThat(details(MODULE).debugInfo()).isFalse();
  }

  @Test
  void refusesBrokenSections() {
    refuses(
        MODULE + section(7, "01 0161 09 00"),
        "WebAssembly section 7 at offset 0xd: unexpected external kind 0x9");
    refuses(
        MODULE + section(5, "01 08 02 11"),
        "WebAssembly section 5 at offset 0xd: unexpected page size 0x11");
    refuses(
        MODULE + section(5, "01 00 ffffffffffffffffff02"),
        "WebAssembly section 5 at offset 0xc: LEB128 number exceeds the 64 bits allowed");
    refuses(
        MODULE + section(0, "0f" + hex("target_features") + "01 20 0161"),
        "WebAssembly section 0 at offset 0x1b: unexpected feature prefix 0x20");
    refuses(
        MODULE + section(0, "ffff7f"),
        "WebAssembly section 0 at offset 0xa: name has 2097151 bytes, limit 65536");
    refuses(
        COMPONENT + section(11, "01 00 0161 01 00 02"),
        "WebAssembly component section 11 at offset 0x10: unexpected presence of an export's type"
            + " 0x2");
    refuses(
        COMPONENT + section(11, "01 03 0161"),
        "WebAssembly component section 11 at offset 0xb: unexpected form of export name 0x3");
  }

  private static WasmDetails details(String hex) throws Exception {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return (WasmDetails) BinaryInspector.details(ByteSource.of(bytes));
  }

  private static String section(int id, String content) {
    String plain = content.replace(" ", "");
    return HexFormat.of().toHexDigits((byte) id)
        + HexFormat.of().toHexDigits((byte) (plain.length() / 2))
        + plain;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void refuses(String hex, String message) {
    assertThatThrownBy(() -> details(hex))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }
}
