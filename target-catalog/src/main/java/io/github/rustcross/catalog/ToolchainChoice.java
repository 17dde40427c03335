package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way of building for a target; a target lists its choices in the order of preference.
 *
 * @param toolchain who compiles C and C++, and links where {@code linker} names nobody else
 * @param linker the toolchain that links instead: on musl zig can compile while rustc's own linker
 *     links
 * @param kinds the artifacts this choice can produce
 * @param hosts the operating systems ({@code target_os} words) this choice is for; empty for all
 * @param rustflags flags that this choice needs beside the linking toolchain's own
 * @param origin where the catalog says so
 */
public record ToolchainChoice(
    String toolchain,
    Optional<String> linker,
    Set<ArtifactKind> kinds,
    Set<String> hosts,
    List<String> rustflags,
    Origin origin) {

  /** Copies the collections. */
  public ToolchainChoice {
    kinds = Set.copyOf(kinds);
    hosts = Set.copyOf(hosts);
    rustflags = List.copyOf(rustflags);
  }

  /** The toolchain that links. */
  public String linkingToolchain() {
    return linker.orElse(toolchain);
  }

  /** How people call this choice: {@code zig}, or {@code zig + rust-lld}. */
  public String label() {
    return linker.map(name -> toolchain + " + " + name).orElse(toolchain);
  }
}
