package io.github.rustcross.inspect;

import java.util.Objects;

/**
 * Something that a WebAssembly binary exports.
 *
 * @param name its name
 * @param kind what it is
 */
public record WasmExport(String name, WasmKind kind) {

  /** Checks the parts. */
  public WasmExport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }
}
