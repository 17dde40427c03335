package io.github.rustcross.catalog;

import java.util.Set;

/**
 * One way of running a target's programs; a target lists its choices in the order of preference.
 *
 * @param runner its name in {@code runners:}
 * @param hosts the machines this choice is for, as {@code target_os} or {@code
 *     target_os-target_arch}; empty for those of the runner itself
 * @param origin where the catalog says so
 */
public record RunnerChoice(String runner, Set<String> hosts, Origin origin) {
  /** Copies the set. */
  public RunnerChoice {
    hosts = Set.copyOf(hosts);
  }
}
