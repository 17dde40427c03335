package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.Fixtures;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of WebAssembly")
class WasmRulesTest {
  private static final BinarySubject WASI = Verified.subject("wasm32-wasip1", ArtifactKind.BIN);

  @Test
  @DisplayName("imports are those that the hosts have")
  void imports() throws Exception {
    Verified component =
        Verified.of(
            Fixtures.bytes("wasm32-component.wasm"),
            Verified.subject("wasm32-wasip2", ArtifactKind.BIN));

    assertThat(component.broken()).isEmpty();
    assertThat(component.lines(Rule.IMPORT))
        .containsExactly(
            "wasi:cli/exit@0.2.6, wasi:io/error@0.2.6, wasi:io/streams@0.2.6, wasi:cli/stderr@0.2.6"
                + " | wasi:* | kept");
  }

  @Test
  @DisplayName("a function that no object has is told by name")
  void missingFunction() throws Exception {
    // One type without parameters, and (import "env" "sqlite3_open" (func 0)).
    byte[] module =
        HexFormat.of()
            .parseHex(
                "0061736d01000000"
                    + "010401600000"
                    + "0214"
                    + "0103656e76"
                    + "0c73716c697465335f6f70656e"
                    + "0000");
    Verified file = Verified.of(module, WASI);

    assertThat(file.onlyFinding().message())
        .isEqualTo("a-file: import: imports env.sqlite3_open; promised is wasi_snapshot_preview1");
    assertThat(file.onlyFinding().cause())
        .isEqualTo(
            "No object or library has sqlite3_open; the linker leaves such functions to the host.");
    assertThat(file.onlyFinding().fix())
        .isEqualTo(
            "Link the library that has it, or leave the code out for this target; or, where your"
                + " hosts have it, -Drust.verify.allow=env");
  }

  @Test
  @DisplayName("modules of one's own host may be allowed: then it has to have them")
  void allowed() throws Exception {
    byte[] module = Fixtures.bytes("wasm32-module.wasm");
    Verified one = Verified.of(module, Verified.allowing(WASI, "host"));
    Verified both = Verified.of(module, Verified.allowing(WASI, "host", "cl*"));

    assertThat(one.lines(Rule.IMPORT))
        .containsExactly(
            "imports clock.now | wasi_snapshot_preview1 | broken",
            "host | wasi_snapshot_preview1 | kept");
    assertThat(both.broken()).isEmpty();
    assertThat(both.runtimeDependencies()).containsExactly("host", "clock");
  }

  @Test
  @DisplayName("imports are told, no more, where the host decides")
  void hostDecides() throws Exception {
    Verified file =
        Verified.of(
            Fixtures.bytes("wasm32-module.wasm"),
            Verified.subject("wasm32-unknown-unknown", ArtifactKind.CDYLIB));

    assertThat(file.broken()).isEmpty();
    assertThat(file.lines(Rule.IMPORT))
        .containsExactly("host |  | reported", "clock |  | reported");
  }
}
