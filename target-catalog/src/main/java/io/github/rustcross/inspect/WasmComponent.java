package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The imports of a component (Component Model, "Binary Format", "Import and Export Definitions").
 * Only the outermost component is read: what nested ones import, it provides.
 */
final class WasmComponent {

  private static final int IMPORT_SECTION = 10;

  private WasmComponent() {}

  /** The import names, distinct and in order. */
  static Set<String> imports(ByteSource body) throws IOException, MalformedBinaryException {
    Set<String> names = new LinkedHashSet<>();
    WasmCursor sections = new WasmCursor(body);
    while (!sections.atEnd()) {
      int id = sections.u8();
      ByteSource content = sections.slice("WebAssembly component section " + id, sections.u32());
      if (id == IMPORT_SECTION) {
        readImports(new WasmCursor(content), names);
      }
    }
    return names;
  }

  private static void readImports(WasmCursor section, Set<String> names)
      throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      int form = section.u8();
      if (form > 2) {
        throw section.unexpected("form of import name", form);
      }
      names.add(section.name());
      long attributes = form == 2 ? section.u32() : 0;
      for (long attribute = 0; attribute < attributes; attribute++) {
        section.u8();
        section.skipName();
      }
      skipExternal(section);
    }
  }

  private static void skipExternal(WasmCursor section)
      throws IOException, MalformedBinaryException {
    int sort = section.u8();
    switch (sort) {
      case 0x00 -> {
        section.u8();
        section.u32(); // a core module: sort 0x11 and type
      }
      case 0x01, 0x04, 0x05 -> section.u32(); // a function, component or instance: type
      case 0x02 -> {
        section.u8();
        section.skipNumber(); // a value: equal to an index, or of a type
      }
      case 0x03 -> {
        if (section.u8() == 0) {
          section.u32(); // a type that equals another; one that is new has no more to say
        }
      }
      default -> throw section.unexpected("import sort", sort);
    }
  }
}
