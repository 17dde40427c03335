package io.github.rustcross.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A distribution whose packages sysroots are made of. Lists of packages have patterns, in which
 * {@code *} is any part of a name.
 *
 * @param name its name in the catalog
 * @param description one line for people
 * @param keys who may sign its release files; one good signature by one of them is enough
 * @param packagesAs the archive by whose names {@link Library#packages()} may call its packages too
 * @param leftOut packages that others need to be installed and configured, or to run, and that
 *     nothing is ever linked with: left out of every sysroot, unless they are asked for by name
 * @param origin where the catalog says so
 */
public record PackageArchive(
    String name,
    String description,
    List<ArchiveKey> keys,
    Optional<String> packagesAs,
    List<String> leftOut,
    Origin origin) {
  /** Copies the lists. */
  public PackageArchive {
    keys = List.copyOf(keys);
    leftOut = List.copyOf(leftOut);
  }

  /** The packages that have a library's headers; empty where that is not known. */
  public List<String> packagesOf(Library library) {
    return Stream.concat(Stream.of(name), packagesAs.stream())
        .map(library.packages()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(List.of());
  }
}
