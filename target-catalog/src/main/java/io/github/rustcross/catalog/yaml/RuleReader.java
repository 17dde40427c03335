package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.catalog.RuleLevel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code rules:}, which has every rule once. */
final class RuleReader {
  private RuleReader() {}

  static Map<Rule, RuleKnowledge> read(Fields fields) {
    Map<Rule, RuleKnowledge> rules = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      rules.put(rule, rule(fields.mapping(rule.id())));
    }
    fields.done();
    return rules;
  }

  /** Levels of some rules, a mapping by itself. */
  static Map<Rule, RuleLevel> levels(Fields fields) {
    Map<Rule, RuleLevel> levels = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      if (fields.has(rule.id())) {
        levels.put(rule, level(fields, rule.id()));
      }
    }
    fields.done();
    return levels;
  }

  private static RuleKnowledge rule(Fields fields) {
    RuleKnowledge rule =
        new RuleKnowledge(
            fields.text("description"),
            level(fields, "level"),
            fields.text("cause"),
            fields.text("fix"),
            fields.origin());
    fields.done();
    return rule;
  }

  /** For YAML 1.1 {@code off} is a flag. */
  private static RuleLevel level(Fields fields, String key) {
    return fields.word(
        key,
        fields.textOrFlag(key),
        fields.origin(key),
        List.of(RuleLevel.values()),
        RuleLevel::id);
  }
}
