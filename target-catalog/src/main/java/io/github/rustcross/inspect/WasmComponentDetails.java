package io.github.rustcross.inspect;

import java.io.IOException;

/**
 * Reads the imports and exports of a component (Component Model, "Binary Format", "Import and
 * Export Definitions").
 */
final class WasmComponentDetails {

  private static final int CUSTOM_SECTION = 0;
  private static final int IMPORT_SECTION = 10;
  private static final int EXPORT_SECTION = 11;

  private final WasmDetailsBuilder found;

  private WasmComponentDetails(WasmDetailsBuilder found) {
    this.found = found;
  }

  static WasmDetails read(ByteSource body, int version)
      throws IOException, MalformedBinaryException {
    WasmComponentDetails component = new WasmComponentDetails(new WasmDetailsBuilder(body));
    ByteCursor sections = new ByteCursor(body);
    while (!sections.atEnd()) {
      int id = sections.u8();
      ByteCursor section =
          new ByteCursor(sections.slice("WebAssembly component section " + id, sections.u32()));
      switch (id) {
        case CUSTOM_SECTION -> component.found.custom(section);
        case IMPORT_SECTION -> component.imports(section);
        case EXPORT_SECTION -> component.exports(section);
        default -> {
          // What is inside is the component's own.
        }
      }
    }
    return component.found.build(version, true);
  }

  private void imports(ByteCursor section) throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      int form = WasmComponent.form(section, "import");
      String name = found.name(section);
      WasmComponent.skipAttributes(section, form);
      found.add(new WasmImport("", name, WasmComponent.external(section, "import")));
    }
  }

  private void exports(ByteCursor section) throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      int form = WasmComponent.form(section, "export");
      String name = found.name(section);
      WasmComponent.skipAttributes(section, form);
      found.add(new WasmExport(name, WasmComponent.sort(section, "export")));
      section.u32();
      int typed = section.u8();
      if (typed > 1) {
        throw section.unexpected("presence of an export's type", typed);
      }
      if (typed == 1) {
        WasmComponent.external(section, "export");
      }
    }
  }
}
