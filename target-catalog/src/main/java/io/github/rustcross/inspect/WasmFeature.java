package io.github.rustcross.inspect;

import java.util.Objects;

/**
 * A feature of the instruction set (WebAssembly tool conventions, "Target Features Section").
 *
 * @param name e.g. {@code simd128}
 * @param used whether the file uses it ({@code +}); else it must not be linked with files that do
 *     ({@code -})
 */
public record WasmFeature(String name, boolean used) {

  /** Checks the parts. */
  public WasmFeature {
    Objects.requireNonNull(name, "name");
  }
}
