package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where and how a toolchain may be used.
 *
 * @param hosts the machines it works on, as {@code target_os} or {@code target_os-target_arch};
 *     empty for all
 * @param forbidden that it must not be used; empty where it may
 * @param hints what people should know of it
 * @param argument what may be written behind its name, as a form to show; empty where it takes
 *     nothing
 */
public record ToolchainTerms(
    Set<String> hosts, Optional<Ban> forbidden, List<String> hints, Optional<String> argument) {
  /** Copies the collections. */
  public ToolchainTerms {
    hosts = Set.copyOf(hosts);
    hints = List.copyOf(hints);
  }

  /**
   * That a toolchain must not be used.
   *
   * @param reason why not
   * @param origin who says so
   */
  public record Ban(String reason, Origin origin) {}
}
