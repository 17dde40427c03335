package io.github.rustcross.inspect;

import java.util.Objects;

/**
 * Something that a WebAssembly binary imports.
 *
 * @param module the module it is looked for in; empty text for the imports of a component
 * @param name its name there
 * @param kind what it is
 */
public record WasmImport(String module, String name, WasmKind kind) {

  /** Checks the parts. */
  public WasmImport {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }
}
