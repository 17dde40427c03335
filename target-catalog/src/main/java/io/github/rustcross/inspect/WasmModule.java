package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The sections of a core module (Core Specification, 5.5 "Modules"). Sections of unknown numbers
 * are skipped: proposals add new ones, and their length is known.
 */
final class WasmModule {

  private static final int CUSTOM_SECTION = 0;
  private static final int IMPORT_SECTION = 2;
  private static final int MEMORY_SECTION = 5;

  // WebAssembly tool conventions, "Linking": relocatable objects have this custom section.
  private static final String LINKING = "linking";

  private final Set<String> importedModules = new LinkedHashSet<>();
  private boolean object;
  private boolean wide;

  private WasmModule() {}

  static WasmModule read(ByteSource body) throws IOException, MalformedBinaryException {
    WasmModule module = new WasmModule();
    ByteCursor sections = new ByteCursor(body);
    while (!sections.atEnd()) {
      int id = sections.u8();
      ByteCursor section =
          new ByteCursor(sections.slice("WebAssembly section " + id, sections.u32()));
      switch (id) {
        case CUSTOM_SECTION -> module.custom(section);
        case IMPORT_SECTION -> module.imports(section);
        case MEMORY_SECTION -> module.memories(section);
        default -> {
          // Code, data and the like say nothing of what the module needs.
        }
      }
    }
    return module;
  }

  /** The modules imported from, distinct and in order. */
  Set<String> importedModules() {
    return importedModules;
  }

  /** Whether this is input of a linker. */
  boolean isObject() {
    return object;
  }

  /** Whether a memory has 64-bit addresses. */
  boolean isWide() {
    return wide;
  }

  private void custom(ByteCursor section) throws IOException, MalformedBinaryException {
    object |= section.nameIs(LINKING);
  }

  private void memories(ByteCursor section) throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      wide |= WasmTypes.skipLimits(section);
    }
  }

  private void imports(ByteCursor section) throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      importedModules.add(section.name());
      boolean unnamed = section.skipName() == 0;
      int kind = section.u8();
      // The compact import section proposal: many items of one module, with types of their own
      // (0x7f) or with one type for all (0x7e).
      if (unnamed && kind == 0x7f) {
        long items = section.u32();
        for (long item = 0; item < items; item++) {
          section.skipName();
          external(section, section.u8());
        }
      } else if (unnamed && kind == 0x7e) {
        external(section, section.u8());
        long items = section.u32();
        for (long item = 0; item < items; item++) {
          section.skipName();
        }
      } else {
        external(section, kind);
      }
    }
  }

  private void external(ByteCursor section, int kind) throws IOException, MalformedBinaryException {
    if (WasmTypes.skipExternal(section, kind)) {
      wide = true;
    }
  }
}
