package io.github.rustcross.maven.debian;

import java.util.List;

/**
 * What packages and their dependencies come to.
 *
 * @param packages all of them, by name
 * @param failures what cannot be had; where there is any, the packages are not all
 */
public record Resolution(List<ResolvedPackage> packages, List<Failure> failures) {
  /** Copies the lists. */
  public Resolution {
    packages = List.copyOf(packages);
    failures = List.copyOf(failures);
  }

  /**
   * Something that cannot be had.
   *
   * @param path who needs it: the package that was asked for first, what it depends on next; the
   *     last is what cannot be had
   * @param reason why not
   */
  public record Failure(List<String> path, String reason) {
    /** Copies the list. */
    public Failure {
      path = List.copyOf(path);
    }

    @Override
    public String toString() {
      return String.join(" → ", path) + ": " + reason;
    }
  }
}
