package io.github.rustcross.maven.rust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A package of the graph, in the words of {@code cargo metadata}.
 *
 * @param id cargo's id
 * @param name its name
 * @param version its version
 * @param manifest its Cargo.toml
 * @param targets what it consists of
 * @param dependencies what it depends on
 * @param features the features that are on
 * @param documents licence and readme files, of packages of the workspace
 * @param links {@code package.links}: the native library that its build script is for
 */
public record CargoPackage(
    String id,
    String name,
    String version,
    Path manifest,
    List<CargoTarget> targets,
    List<Dependency> dependencies,
    Set<String> features,
    List<Path> documents,
    Optional<String> links) {
  /** Copies the collections. */
  public CargoPackage {
    targets = List.copyOf(targets);
    dependencies = List.copyOf(dependencies);
    features = Set.copyOf(features);
    documents = List.copyOf(documents);
  }

  /** A package that is for no native library. */
  public CargoPackage(
      String id,
      String name,
      String version,
      Path manifest,
      List<CargoTarget> targets,
      List<Dependency> dependencies,
      Set<String> features,
      List<Path> documents) {
    this(id, name, version, manifest, targets, dependencies, features, documents, Optional.empty());
  }

  /** Whether it has a build script. */
  public boolean hasBuildScript() {
    return targets.stream().anyMatch(target -> target.kinds().contains("custom-build"));
  }

  /** Whether it is of this machine, and neither fetched nor of the standard library. */
  public boolean isLocal() {
    return id.contains("path+file:");
  }

  /**
   * The outermost folder above it with a Cargo.toml, which may be that of a workspace from which it
   * takes settings.
   */
  public Path outermostFolder() {
    Path found = manifest.getParent();
    for (Path above = found.getParent(); above != null; above = above.getParent()) {
      if (Files.isRegularFile(above.resolve("Cargo.toml"))) {
        found = above;
      }
    }
    return found;
  }

  /** Whether it runs inside the compiler, so is built for the host. */
  public boolean isProcMacro() {
    return targets.stream().anyMatch(target -> target.kinds().contains("proc-macro"));
  }

  /**
   * A part of a package.
   *
   * @param name its name
   * @param kinds cargo's {@code kind}: {@code bin}, {@code lib}, {@code cdylib}, {@code
   *     custom-build}, …
   * @param requiredFeatures features without which cargo leaves it out
   * @param source its root file
   */
  public record CargoTarget(
      String name, List<String> kinds, List<String> requiredFeatures, Path source) {
    /** Copies the lists. */
    public CargoTarget {
      kinds = List.copyOf(kinds);
      requiredFeatures = List.copyOf(requiredFeatures);
    }
  }

  /**
   * An edge of the graph.
   *
   * @param id the package that is depended on
   * @param kind {@code normal}, {@code build}, or {@code dev} for what only tests need
   * @param condition for which platforms: a {@code cfg(…)} or a triple; empty for all
   */
  public record Dependency(String id, String kind, String condition) {}
}
