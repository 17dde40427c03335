package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A folder with headers and libraries of a target's system, and where they come from.
 *
 * @param name its name in the catalog
 * @param description one line for people
 * @param source where its files come from
 * @param glibc the version of its glibc, which programs that are linked with it may need; empty
 *     where the catalog does not know
 * @param architectures what it can be had for, in Debian's words ({@code names.dpkg} of targets);
 *     any when empty
 * @param origin where the catalog says so
 */
public record Sysroot(
    String name,
    String description,
    SysrootSource source,
    Optional<String> glibc,
    List<String> architectures,
    Origin origin) {
  /** Copies the list. */
  public Sysroot {
    architectures = List.copyOf(architectures);
  }
}
