package io.github.rustcross.verify;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.catalog.RuleLevel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each rule counts.
 *
 * @param levels the level of every rule
 */
public record RuleLevels(Map<Rule, RuleLevel> levels) {
  /** Copies the map. */
  public RuleLevels {
    // An EnumMap cannot be copied from an empty map.
    Map<Rule, RuleLevel> copy = new EnumMap<>(Rule.class);
    copy.putAll(levels);
    levels = Collections.unmodifiableMap(copy);
  }

  /** What the catalog says of each. */
  public static RuleLevels of(Map<Rule, RuleKnowledge> rules) {
    Map<Rule, RuleLevel> levels = new EnumMap<>(Rule.class);
    rules.forEach((rule, knowledge) -> levels.put(rule, knowledge.level()));
    return new RuleLevels(levels);
  }

  /** The level of a rule. */
  public RuleLevel of(Rule rule) {
    return levels.getOrDefault(rule, RuleLevel.STRICT);
  }

  /** The same, but for some rules. */
  public RuleLevels with(Map<Rule, RuleLevel> switches) {
    Map<Rule, RuleLevel> changed = new EnumMap<>(Rule.class);
    changed.putAll(levels);
    changed.putAll(switches);
    return new RuleLevels(changed);
  }

  /** The same, but no rule counts more than that. */
  public RuleLevels atMost(RuleLevel most) {
    Map<Rule, RuleLevel> changed = new EnumMap<>(Rule.class);
    levels.forEach((rule, level) -> changed.put(rule, level.compareTo(most) < 0 ? most : level));
    return new RuleLevels(changed);
  }
}
