package io.github.rustcross.toolchain;

import java.util.Optional;

/** What the user says of the toolchain. */
public sealed interface ToolchainRequest {
  /** The catalog decides. */
  record Auto() implements ToolchainRequest {}

  /**
   * This one and no other.
   *
   * @param name a toolchain of the catalog
   * @param argument what was written behind its name
   */
  record Named(String name, Optional<String> argument) implements ToolchainRequest {}

  /** The target was asked for as {@code host}: what plain cargo would use. */
  record HostDefault() implements ToolchainRequest {}
}
