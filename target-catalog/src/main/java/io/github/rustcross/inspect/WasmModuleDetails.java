package io.github.rustcross.inspect;

import java.io.IOException;

/** Reads the imports, exports and memories of a core module (Core Specification, 5.5). */
final class WasmModuleDetails {

  private static final int CUSTOM_SECTION = 0;
  private static final int IMPORT_SECTION = 2;
  private static final int MEMORY_SECTION = 5;
  private static final int EXPORT_SECTION = 7;
  private static final int COMPACT_EACH = 0x7f;
  private static final int COMPACT_SHARED = 0x7e;
  private static final int EXACT_FUNCTION = 0x20;

  private final WasmDetailsBuilder found;

  private WasmModuleDetails(WasmDetailsBuilder found) {
    this.found = found;
  }

  static WasmDetails read(ByteSource body) throws IOException, MalformedBinaryException {
    WasmModuleDetails module = new WasmModuleDetails(new WasmDetailsBuilder(body));
    ByteCursor sections = new ByteCursor(body);
    while (!sections.atEnd()) {
      int id = sections.u8();
      ByteCursor section =
          new ByteCursor(sections.slice("WebAssembly section " + id, sections.u32()));
      switch (id) {
        case CUSTOM_SECTION -> module.found.custom(section);
        case IMPORT_SECTION -> module.imports(section);
        case MEMORY_SECTION -> module.memories(section);
        case EXPORT_SECTION -> module.exports(section);
        default -> {
          // Types, code and data are not asked for.
        }
      }
    }
    return module.found.build(1, false);
  }

  private void imports(ByteCursor section) throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      String module = found.name(section);
      String name = found.name(section);
      int kind = section.u8();
      if (name.isEmpty() && kind == COMPACT_EACH) {
        long items = section.u32();
        for (long item = 0; item < items; item++) {
          String itemName = found.name(section);
          found.add(new WasmImport(module, itemName, external(section, section.u8())));
        }
      } else if (name.isEmpty() && kind == COMPACT_SHARED) {
        WasmKind shared = external(section, section.u8());
        long items = section.u32();
        for (long item = 0; item < items; item++) {
          found.add(new WasmImport(module, found.name(section), shared));
        }
      } else {
        found.add(new WasmImport(module, name, external(section, kind)));
      }
    }
  }

  private WasmKind external(ByteCursor section, int number)
      throws IOException, MalformedBinaryException {
    WasmKind kind = kind(section, number);
    if (kind == WasmKind.MEMORY) {
      found.add(section, WasmTypes.memory(section, true));
    } else {
      WasmTypes.skipExternal(section, number);
    }
    return kind;
  }

  private void memories(ByteCursor section) throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      found.add(section, WasmTypes.memory(section, false));
    }
  }

  private void exports(ByteCursor section) throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      String name = found.name(section);
      found.add(new WasmExport(name, kind(section, section.u8())));
      section.u32();
    }
  }

  private static WasmKind kind(ByteCursor section, int number) throws MalformedBinaryException {
    return switch (number) {
      case 0, EXACT_FUNCTION -> WasmKind.FUNCTION;
      case 1 -> WasmKind.TABLE;
      case 2 -> WasmKind.MEMORY;
      case 3 -> WasmKind.GLOBAL;
      case 4 -> WasmKind.TAG;
      default -> throw section.unexpected("external kind", number);
    };
  }
}
