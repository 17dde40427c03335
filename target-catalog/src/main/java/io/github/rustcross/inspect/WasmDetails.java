package io.github.rustcross.inspect;

import java.util.List;

/**
 * What a WebAssembly binary says of itself beyond its {@link Inspection} (Core Specification, 5.5
 * "Modules"; Component Model, "Binary Format"). Of a component only the outermost level is read.
 *
 * @param version 1 for modules, 13 for components so far
 * @param component whether it is a component, and not a core module
 * @param imports in the file's order
 * @param exports in the file's order
 * @param memories those imported and then its own
 * @param customSections the names of the custom sections, in the file's order
 * @param producers who made it, of the {@code producers} section
 * @param features the {@code target_features} section; empty too when there is none
 */
public record WasmDetails(
    int version,
    boolean component,
    List<WasmImport> imports,
    List<WasmExport> exports,
    List<WasmMemory> memories,
    List<String> customSections,
    List<WasmProducer> producers,
    List<WasmFeature> features)
    implements BinaryDetails {

  /** Copies the lists. */
  public WasmDetails {
    imports = List.copyOf(imports);
    exports = List.copyOf(exports);
    memories = List.copyOf(memories);
    customSections = List.copyOf(customSections);
    producers = List.copyOf(producers);
    features = List.copyOf(features);
  }

  /**
   * Whether debug information is there.
   *
   * @return whether there is a custom section {@code .debug_info}
   */
  public boolean debugInfo() {
    return customSections.contains(".debug_info");
  }

  @Override
  public List<FileRegion> regions() {
    return List.of();
  }
}
