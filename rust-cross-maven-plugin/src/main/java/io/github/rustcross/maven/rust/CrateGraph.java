package io.github.rustcross.maven.rust;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A crate or workspace with all it depends on.
 *
 * @param packages all packages by id
 * @param members the workspace's members
 * @param defaultMembers what a plain {@code cargo build} would build from this manifest
 * @param workspaceRoot the workspace's folder
 */
public record CrateGraph(
    Map<String, CargoPackage> packages,
    List<String> members,
    List<String> defaultMembers,
    Path workspaceRoot) {
  /** Copies the collections. */
  public CrateGraph {
    packages = Collections.unmodifiableMap(new LinkedHashMap<>(packages));
    members = List.copyOf(members);
    defaultMembers = List.copyOf(defaultMembers);
  }

  /** The workspace's packages. */
  public List<CargoPackage> memberPackages() {
    return members.stream().map(packages::get).toList();
  }
}
