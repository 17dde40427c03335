package io.github.rustcross.bundle;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.ElfVersionNeeded;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.GlibcNeed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One binary.
 *
 * @param path where it is: {@code outer.jar!/inner.jar!/linux/libx.so}, or the file's own name.
 *     Control characters are replaced
 * @param size in bytes
 * @param inspection its facts; empty if it cannot be read, of which {@code checks} say more
 * @param platform what it was made for, as far as it tells
 * @param targets the catalog's targets on which it could run
 * @param place what its path says of platforms
 * @param libraries what it needs besides the libraries of its platform; empty too where the catalog
 *     does not know these
 * @param floor the oldest glibc that it runs with; empty if it needs nothing of glibc
 * @param glibc the symbol versions that it needs of glibc
 * @param checks what was looked at: its place, and matters that are told and not judged
 */
public record BundleEntry(
    String path,
    long size,
    Optional<Inspection> inspection,
    BinaryPlatform platform,
    List<TargetTriple> targets,
    Place place,
    List<String> libraries,
    Optional<GlibcNeed> floor,
    List<ElfVersionNeeded> glibc,
    List<Check> checks) {
  /** Copies the lists. */
  public BundleEntry {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(place, "place");
    targets = List.copyOf(targets);
    libraries = List.copyOf(libraries);
    glibc = List.copyOf(glibc);
    checks = List.copyOf(checks);
  }

  /** The check of a rule, if it was looked at. */
  public Optional<Check> check(Rule rule) {
    return checks.stream().filter(check -> check.rule() == rule).findFirst();
  }
}
