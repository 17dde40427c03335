package io.github.rustcross.catalog;

import java.util.List;

/**
 * A distribution whose packages sysroots are made of. Lists of packages have patterns, in which
 * {@code *} is any part of a name.
 *
 * @param name its name in the catalog
 * @param description one line for people
 * @param keys who may sign its release files; one good signature by one of them is enough
 * @param leftOut packages that others need to be installed and configured, or to run, and that
 *     nothing is ever linked with: left out of every sysroot, unless they are asked for by name
 * @param origin where the catalog says so
 */
public record PackageArchive(
    String name, String description, List<ArchiveKey> keys, List<String> leftOut, Origin origin) {
  /** Copies the lists. */
  public PackageArchive {
    keys = List.copyOf(keys);
    leftOut = List.copyOf(leftOut);
  }
}
