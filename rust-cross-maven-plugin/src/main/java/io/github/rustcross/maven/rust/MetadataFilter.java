package io.github.rustcross.maven.rust;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import java.util.Set;

/**
 * What is kept in memory of {@code cargo metadata}, which has tens of megabytes in large
 * workspaces, most of it what registries say of crates.
 */
final class MetadataFilter extends TokenFilter {
  private static final Set<String> KEPT =
      Set.of(
          "packages",
          "id",
          "name",
          "version",
          "manifest_path",
          "license_file",
          "readme",
          "links",
          "targets",
          "kind",
          "required-features",
          "src_path",
          "workspace_members",
          "workspace_default_members",
          "workspace_root",
          "resolve",
          "nodes",
          "deps",
          "pkg",
          "dep_kinds",
          "target",
          "features");

  /** For what depends on what; a package's list of all its features is left out. */
  static final MetadataFilter GRAPH = new MetadataFilter(false);

  /** For the packages by themselves, with all their features and what they ask for. */
  static final MetadataFilter WORKSPACE = new MetadataFilter(true);

  private final boolean requests;

  private MetadataFilter(boolean requests) {
    this.requests = requests;
  }

  JsonParser of(JsonParser all) {
    return new FilteringParserDelegate(all, this, Inclusion.INCLUDE_ALL_AND_PATH, true);
  }

  @Override
  public TokenFilter includeProperty(String name) {
    if (requests && (name.equals("features") || name.equals("dependencies"))) {
      return INCLUDE_ALL;
    }
    return KEPT.contains(name) ? this : null;
  }
}
