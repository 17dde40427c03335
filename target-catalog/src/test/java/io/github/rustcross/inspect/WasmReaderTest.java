package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WasmReaderTest {

  private static final byte[] MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};
  private static final byte[] COMPONENT = {0, 'a', 's', 'm', 0xd, 0, 1, 0};

  @Test
  void readsAnEmptyModule() throws Exception {
    Inspection inspection = Fixtures.inspect(MODULE);

    assertThat(inspection.kind()).isEqualTo(FileKind.MODULE);
    assertThat(inspection.architecture()).isEqualTo("wasm32");
    assertThat(inspection.bits()).isEqualTo(32);
    assertThat(inspection.linkage()).isEqualTo(Linkage.STATIC);
  }

  @Test
  void readsAnEmptyComponent() throws Exception {
    Inspection inspection = Fixtures.inspect(COMPONENT);

    assertThat(inspection.kind()).isEqualTo(FileKind.COMPONENT);
    assertThat(inspection.linkage()).isEqualTo(Linkage.STATIC);
  }

  @Test
  void passesImportsOfEveryKind() throws Exception {
    byte[] imports =
        join(
            number(10),
            imported("function", 0x00, 5),
            imported("exact", 0x20, 5),
            imported("table", 0x01, 0x70, 0x01, 1, 2),
            imported("typed", 0x01, 0x63, 0x80, 0x01, 0x00, 0),
            imported("memory", 0x02, 0x01, 1, 2),
            imported("paged", 0x02, 0x08, 1, 0),
            imported("global", 0x03, 0x7f, 1),
            imported("tag", 0x04, 0, 3),
            imported("function", 0x00, 0xff, 0x7f),
            imported("last", 0x00, 5));

    Inspection inspection = module(section(2, imports));

    assertThat(inspection.needed())
        .containsExactly(
            "function", "exact", "table", "typed", "memory", "paged", "global", "tag", "last");
    assertThat(inspection.architecture()).isEqualTo("wasm32");
    assertThat(inspection.linkage()).isEqualTo(Linkage.DYNAMIC);
  }

  @Test
  void passesCompactImports() throws Exception {
    byte[] ownTypes =
        join(name("own"), bytes(0, 0x7f, 2), name("a"), bytes(0, 1), name("b"), bytes(3, 0x7f, 0));
    byte[] oneType = join(name("one"), bytes(0, 0x7e, 0, 1, 2), name("a"), name("b"));

    Inspection inspection =
        module(section(2, join(number(3), ownTypes, oneType, imported("last", 0x00, 5))));

    assertThat(inspection.needed()).containsExactly("own", "one", "last");
  }

  @Test
  void tellsWideMemories() throws Exception {
    Inspection own = module(section(5, bytes(1, 0x04, 1)));
    Inspection imported = module(section(2, join(number(1), imported("env", 0x02, 0x05, 1, 2))));

    assertThat(own.architecture()).isEqualTo("wasm64");
    assertThat(own.bits()).isEqualTo(64);
    assertThat(imported.architecture()).isEqualTo("wasm64");
  }

  @Test
  void tellsObjectsByTheirLinkingSection() throws Exception {
    Inspection inspection =
        module(
            section(2, join(number(1), imported("env", 0x00, 5))),
            section(0, join(name("linking"), bytes(2))));

    assertThat(inspection.kind()).isEqualTo(FileKind.OBJECT);
    assertThat(inspection.needed()).isEmpty();
    assertThat(inspection.linkage()).isEqualTo(Linkage.STATIC);
  }

  @Test
  void skipsOtherSections() throws Exception {
    Inspection inspection =
        module(section(0, join(name("producers"), bytes(1, 2, 3))), section(99, bytes(1)));

    assertThat(inspection.kind()).isEqualTo(FileKind.MODULE);
  }

  @Test
  void readsComponentImportsOfEverySort() throws Exception {
    byte[] imports =
        join(
            bytes(8, 0),
            name("module"),
            bytes(0x00, 0x11, 3, 1),
            name("func"),
            bytes(0x01, 3, 0),
            name("value"),
            bytes(0x02, 0x01, 0x7f, 0),
            name("same-type"),
            bytes(0x03, 0x00, 3, 0),
            name("new-type"),
            bytes(0x03, 0x01, 0),
            name("component"),
            bytes(0x04, 3, 2),
            name("wasi:io/streams@0.2"),
            bytes(2, 0x01),
            name(".6"),
            bytes(0x02),
            name("id"),
            bytes(0x05, 3, 0),
            name("last"),
            bytes(0x05, 3));

    byte[] more = join(bytes(2, 0), name("func"), bytes(0x01, 3, 0), name("more"), bytes(0x01, 3));
    Inspection inspection =
        Fixtures.inspect(
            join(COMPONENT, section(10, imports), section(1, MODULE), section(10, more)));

    assertThat(inspection.needed())
        .containsExactly(
            "module",
            "func",
            "value",
            "same-type",
            "new-type",
            "component",
            "wasi:io/streams@0.2",
            "last",
            "more");
  }

  @Test
  void refusesOtherVersions() {
    refuses(
        bytes(0, 'a', 's', 'm', 0xc, 0, 1, 0),
        "WebAssembly preamble at offset 0x4: version word is 0x1000c, neither 0x1 (module) nor"
            + " 0x1000d (component)");
    refuses(
        bytes(0, 'a', 's', 'm', 1),
        "WebAssembly preamble at offset 0x0: 0x8 bytes do not fit, file ends at 0x5");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void refusesHugeCounts(int id) {
    refuses(
        join(MODULE, section(id, number(0xffff_ffffL))),
        "WebAssembly section "
            + id
            + " at offset 0xf: 0x1 bytes do not fit, WebAssembly section "
            + id
            + " ends at 0xf");
  }

  @Test
  void refusesBrokenModules() {
    refuses(
        join(MODULE, bytes(1, 0xff, 0xff, 0xff, 0xff, 0x0f)),
        "WebAssembly section 1 at offset 0xe: 0xffffffff bytes do not fit, WebAssembly sections"
            + " ends at 0xe");
    refuses(
        join(MODULE, bytes(1, 0xff, 0xff, 0xff, 0xff, 0x1f)),
        "WebAssembly sections at offset 0x9: LEB128 number 8589934591 exceeds the 32 bits"
            + " allowed");
    refuses(
        join(MODULE, bytes(1, 0x80, 0x80, 0x80, 0x80, 0x80, 0)),
        "WebAssembly sections at offset 0x9: LEB128 number is longer than the 5 bytes allowed");
    refuses(
        join(MODULE, section(2, join(number(1), imported("env", 0x09)))),
        "WebAssembly section 2 at offset 0x11: unexpected import kind 0x9");
    refuses(
        join(MODULE, section(5, bytes(1, 0x10, 1))),
        "WebAssembly section 5 at offset 0xb: unexpected limits flags 0x10");
    refuses(
        join(
            MODULE,
            section(5, bytes(1, 4, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 0))),
        "WebAssembly section 5 at offset 0xc: LEB128 number is longer than the 10 bytes allowed");
    refuses(
        join(MODULE, section(2, join(number(1), number(5000), new byte[5000]))),
        "WebAssembly section 2 at offset 0xc: name has 5000 bytes, limit 4096");
  }

  @Test
  void refusesBrokenComponents() {
    refuses(
        join(COMPONENT, section(10, bytes(1, 3))),
        "WebAssembly component section 10 at offset 0xb: unexpected form of import name 0x3");
    refuses(
        join(COMPONENT, section(10, join(bytes(1, 0), name("a"), bytes(6, 0)))),
        "WebAssembly component section 10 at offset 0xe: unexpected import sort 0x6");
  }

  private static void refuses(byte[] bytes, String message) {
    assertThatThrownBy(() -> Fixtures.inspect(bytes))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(message);
  }

  private static Inspection module(byte[]... sections) throws Exception {
    return Fixtures.inspect(join(MODULE, join(sections)));
  }

  private static byte[] section(int id, byte[] content) {
    return join(bytes(id), number(content.length), content);
  }

  private static byte[] imported(String module, int... type) {
    return join(name(module), name("f"), bytes(type));
  }

  private static byte[] name(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return join(number(bytes.length), bytes);
  }

  private static byte[] number(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return out.toByteArray();
  }

  private static byte[] bytes(int... values) {
    return Image.little().u8(0, values).bytes();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
