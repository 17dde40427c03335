package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.List;

/**
 * Reads WebAssembly binaries (Core Specification, 5.5 "Modules"; Component Model, "Binary Format").
 */
final class WasmReader implements FormatReader {

  private static final int PREAMBLE_BYTES = 8;
  private static final long MODULE = 0x0000_0001L;

  // Layer 1, version 13: the pre-standard number that all components have so far.
  private static final long COMPONENT = 0x0001_000dL;

  @Override
  public boolean recognises(ByteSource source) throws IOException {
    return source.matches(0, 0, 'a', 's', 'm');
  }

  @Override
  public Inspection read(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    return isComponent(source) ? component(body(source)) : module(body(source));
  }

  @Override
  public BinaryDetails details(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    return isComponent(source)
        ? WasmComponentDetails.read(body(source), source.u16(4, Endianness.LITTLE))
        : WasmModuleDetails.read(body(source));
  }

  private static boolean isComponent(ByteSource source)
      throws IOException, MalformedBinaryException {
    ByteSource preamble = source.slice("WebAssembly preamble", 0, PREAMBLE_BYTES);
    long version = preamble.u32(4, Endianness.LITTLE);
    if (version != MODULE && version != COMPONENT) {
      throw preamble.malformed(
          4,
          "version word is "
              + MalformedBinaryException.hex(version)
              + ", neither 0x1 (module) nor 0x1000d (component)");
    }
    return version == COMPONENT;
  }

  private static ByteSource body(ByteSource source) throws MalformedBinaryException {
    return source.slice("WebAssembly sections", PREAMBLE_BYTES, source.size() - PREAMBLE_BYTES);
  }

  private static Inspection module(ByteSource body) throws IOException, MalformedBinaryException {
    WasmModule module = WasmModule.read(body);
    return new InspectionBuilder(
            BinaryFormat.WASM, module.isObject() ? FileKind.OBJECT : FileKind.MODULE)
        .machine(
            module.isWide() ? "wasm64" : "wasm32", module.isWide() ? 64 : 32, Endianness.LITTLE)
        .needed(module.isObject() ? List.of() : module.importedModules())
        .build();
  }

  private static Inspection component(ByteSource body)
      throws IOException, MalformedBinaryException {
    return new InspectionBuilder(BinaryFormat.WASM, FileKind.COMPONENT)
        .machine("wasm32", 32, Endianness.LITTLE)
        .needed(WasmComponent.imports(body))
        .build();
  }
}
