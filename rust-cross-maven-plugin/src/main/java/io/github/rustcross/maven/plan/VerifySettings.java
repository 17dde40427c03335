package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the user says of verification.
 *
 * @param allowed patterns of libraries that binaries may need besides those of the platform
 * @param levels how much some rules count
 */
public record VerifySettings(List<String> allowed, Map<Rule, RuleLevel> levels) {
  /** Nothing is said. */
  public static final VerifySettings NONE = new VerifySettings(List.of(), Map.of());

  /** Copies the collections. */
  public VerifySettings {
    allowed = List.copyOf(allowed);
    Map<Rule, RuleLevel> copy = new EnumMap<>(Rule.class);
    copy.putAll(levels);
    levels = Collections.unmodifiableMap(copy);
  }

  /** Both: all libraries, and of a rule's levels the one that is said later. */
  VerifySettings and(VerifySettings later) {
    Map<Rule, RuleLevel> both = new EnumMap<>(Rule.class);
    both.putAll(levels);
    both.putAll(later.levels);
    return new VerifySettings(
        Stream.concat(allowed.stream(), later.allowed.stream()).distinct().toList(), both);
  }
}
