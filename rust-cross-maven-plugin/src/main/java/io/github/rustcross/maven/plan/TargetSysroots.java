package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.TargetTriple;
import java.util.Map;
import java.util.Optional;

/**
 * The sysroots of the targets.
 *
 * @param names by target the name of the sysroot that it has
 * @param advised by target the name of one that it could have
 */
public record TargetSysroots(Map<TargetTriple, String> names, Map<TargetTriple, String> advised) {
  /** No target has one. */
  public static final TargetSysroots NONE = new TargetSysroots(Map.of(), Map.of());

  /** Copies the maps. */
  public TargetSysroots {
    names = Map.copyOf(names);
    advised = Map.copyOf(advised);
  }

  /** The sysroot of a target. */
  public Optional<String> of(TargetTriple target) {
    return Optional.ofNullable(names.get(target));
  }

  /** A sysroot that would serve a target. */
  public Optional<String> advisedFor(TargetTriple target) {
    return Optional.ofNullable(advised.get(target));
  }
}
