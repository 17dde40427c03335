package io.github.rustcross.inspect;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A memory that a WebAssembly module has or imports (Core Specification, 5.3 "Types").
 *
 * @param minimum its size at the start, in pages, unsigned
 * @param maximum the size it may grow to, in pages, unsigned; empty if there is no limit
 * @param shared whether threads share it
 * @param wide whether its addresses have 64 bits
 * @param pageBytes the size of a page, 65536 in all but a few files
 * @param imported whether it is the host's
 */
public record WasmMemory(
    long minimum,
    OptionalLong maximum,
    boolean shared,
    boolean wide,
    int pageBytes,
    boolean imported) {

  /** Checks the parts. */
  public WasmMemory {
    Objects.requireNonNull(maximum, "maximum");
  }
}
