package io.github.rustcross.inspect;

import java.util.Objects;

/**
 * Who made a WebAssembly binary (WebAssembly tool conventions, "Producers Section").
 *
 * @param field {@code language}, {@code processed-by} or {@code sdk}
 * @param name e.g. {@code rustc}
 * @param version e.g. {@code 1.95.0}, or empty text
 */
public record WasmProducer(String field, String name, String version) {

  /** Checks the parts. */
  public WasmProducer {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
  }
}
