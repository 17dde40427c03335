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
    ByteCursor sections = new ByteCursor(body);
    while (!sections.atEnd()) {
      int id = sections.u8();
      ByteSource content = sections.slice("WebAssembly component section " + id, sections.u32());
      if (id == IMPORT_SECTION) {
        readImports(new ByteCursor(content), names);
      }
    }
    return names;
  }

  private static void readImports(ByteCursor section, Set<String> names)
      throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      int form = form(section, "import");
      names.add(section.name());
      skipAttributes(section, form);
      external(section, "import");
    }
  }

  /** What comes before a name: 2 when attributes follow it. */
  static int form(ByteCursor section, String of) throws IOException, MalformedBinaryException {
    int form = section.u8();
    if (form > 2) {
      throw section.unexpected("form of " + of + " name", form);
    }
    return form;
  }

  /** Skips what comes after a name. */
  static void skipAttributes(ByteCursor section, int form)
      throws IOException, MalformedBinaryException {
    long attributes = form == 2 ? section.u32() : 0;
    for (long attribute = 0; attribute < attributes; attribute++) {
      section.u8();
      section.skipName();
    }
  }

  /** Skips the type of what is imported, and says what it is. */
  static WasmKind external(ByteCursor section, String of)
      throws IOException, MalformedBinaryException {
    WasmKind kind = sort(section, of);
    switch (kind) {
      case VALUE -> {
        section.u8();
        section.skipNumber(); // equal to an index, or of a type
      }
      case TYPE -> {
        if (section.u8() == 0) {
          section.u32(); // a type that equals another; one that is new has no more to say
        }
      }
      default -> section.u32(); // the index of a type
    }
    return kind;
  }

  /** A sort: one byte, and a second one for core modules. */
  static WasmKind sort(ByteCursor section, String of) throws IOException, MalformedBinaryException {
    int sort = section.u8();
    return switch (sort) {
      case 0x00 -> {
        section.u8(); // core: only modules (0x11) come and go
        yield WasmKind.MODULE;
      }
      case 0x01 -> WasmKind.FUNCTION;
      case 0x02 -> WasmKind.VALUE;
      case 0x03 -> WasmKind.TYPE;
      case 0x04 -> WasmKind.COMPONENT;
      case 0x05 -> WasmKind.INSTANCE;
      default -> throw section.unexpected(of + " sort", sort);
    };
  }
}
