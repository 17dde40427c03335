package io.github.rustcross.maven.explain;

import io.github.rustcross.catalog.CatalogValue;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One target in full.
 *
 * @param target the target
 * @param settings what holds for it, by the name of the parameter, with who says so
 * @param values what the catalog says of it, with where
 * @param ways its ways of building, best first
 * @param runs its ways of running, best first, by the runner's name
 */
public record TargetDescription(
    Target target,
    Map<String, Setting> settings,
    List<CatalogValue> values,
    List<Way> ways,
    Map<String, RunnerSelection> runs) {
  /** Copies the collections and keeps their order. */
  public TargetDescription {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    values = List.copyOf(values);
    ways = List.copyOf(ways);
    runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
  }

  /**
   * A way of building.
   *
   * @param choice the way
   * @param toolchain who compiles
   * @param serves what it builds here: {@code pure Rust}, {@code C}, {@code C++}
   * @param rejections what it does not build here, and why
   * @param values what the catalog says of the toolchain, with where
   */
  public record Way(
      ToolchainChoice choice,
      Toolchain toolchain,
      List<String> serves,
      Map<String, Rejection> rejections,
      List<CatalogValue> values) {
    /** Copies the collections and keeps their order. */
    public Way {
      serves = List.copyOf(serves);
      rejections = Collections.unmodifiableMap(new LinkedHashMap<>(rejections));
      values = List.copyOf(values);
    }
  }
}
