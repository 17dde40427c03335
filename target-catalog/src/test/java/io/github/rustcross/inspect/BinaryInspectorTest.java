package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryInspectorTest {

  @TempDir private Path folder;

  @Test
  void saysHowAnUnknownFileBegins() throws Exception {
    Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\necho hello\n");

    assertThatThrownBy(() -> BinaryInspector.inspect(script))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(
            "file at offset 0x0: is not an ELF, PE, COFF, Mach-O, WebAssembly or ar file: it"
                + " starts with 23 21 2f 62 69 6e 2f 73 (\"#!/bin/s\")");
  }

  @Test
  void showsShortAndUnprintableFiles() {
    assertThatThrownBy(() -> Fixtures.inspect(new byte[] {0, (byte) 0xff, 'x', 0x7f}))
        .hasMessageEndingWith("it starts with 00 ff 78 7f (\"..x.\")");
  }

  @Test
  void refusesEmptyFiles() {
    assertThatThrownBy(() -> Fixtures.inspect(new byte[0]))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage("file at offset 0x0: is empty");
  }

  @Test
  void reportsFilesThatCannotBeRead() {
    assertThatThrownBy(() -> BinaryInspector.inspect(folder.resolve("missing")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> BinaryInspector.inspect(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + " is not a regular file");
  }

  @Test
  void inspectsSlicesOfASource() throws Exception {
    byte[] program = Fixtures.bytes("pe-x86_64.exe");
    byte[] shifted =
        Image.little("prefix".getBytes(StandardCharsets.US_ASCII)).raw(6, program).bytes();

    assertThat(BinaryInspector.inspect(ByteSource.of(shifted).slice("resource", 6, program.length)))
        .isEqualTo(Fixtures.inspect(program));
  }

  @Test
  void leavesASourceOpen() throws Exception {
    Path file = Fixtures.path("wasm32-module.wasm");

    try (ByteSource source = ByteSource.open(file)) {
      assertThat(BinaryInspector.inspect(source)).isEqualTo(BinaryInspector.inspect(source));
    }
  }
}
