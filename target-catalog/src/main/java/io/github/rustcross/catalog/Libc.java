package io.github.rustcross.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The C library that programs of a target meet at run time.
 *
 * @param name {@code glibc}, {@code musl}, {@code msvcrt}, {@code ucrt}, {@code libSystem}, …
 * @param floor for glibc, the version promised when nobody asks for another: the lowest that Rust's
 *     std supports, or a higher one where no toolchain can go that low
 * @param loader the dynamic loader's path on the target, where it has one
 * @param markers for glibc, versions without a number that a file may need of it, with the first
 *     glibc that has them
 * @param companions for glibc, what systems with it have of other libraries; oldest first
 */
public record Libc(
    String name,
    Optional<String> floor,
    Optional<String> loader,
    Map<String, String> markers,
    List<LibcCompanions> companions) {
  /** Copies the collections. */
  public Libc {
    markers = Map.copyOf(markers);
    companions = List.copyOf(companions);
  }
}
