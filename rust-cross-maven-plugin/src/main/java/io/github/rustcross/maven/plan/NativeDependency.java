package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Library;
import java.util.List;
import java.util.Optional;

/**
 * A package that needs more than Rust on a target.
 *
 * @param crate its name
 * @param version its version
 * @param path the packages that lead to it, itself as the last
 * @param library the library that it is for, where the catalog knows one
 * @param supply where that comes from
 */
public record NativeDependency(
    String crate, String version, List<String> path, Optional<Library> library, Supply supply) {
  /** Copies the list. */
  public NativeDependency {
    path = List.copyOf(path);
  }

  /** How it got in: {@code app → reqwest → native-tls}. */
  public String way() {
    return String.join(" → ", path);
  }

  /** In words: {@code openssl-sys 0.9.118: OpenSSL, compiled along, by the feature vendored}. */
  public String words() {
    return library
        .map(known -> "%s %s: %s, %s".formatted(crate, version, known.description(), supplied()))
        .orElseGet(() -> "%s %s %s".formatted(crate, version, supply.words()));
  }

  private String supplied() {
    return supply instanceof Supply.CompilesOwn
        ? "of which none is found: it " + supply.words()
        : supply.words();
  }
}
