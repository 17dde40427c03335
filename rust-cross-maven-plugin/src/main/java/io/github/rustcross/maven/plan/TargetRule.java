package io.github.rustcross.maven.plan;

import java.util.List;

/**
 * Settings for some targets.
 *
 * @param parameter where the user says it, for messages
 * @param targets triples, {@code host}, or groups with their {@code @}
 * @param settings what holds for them
 */
public record TargetRule(String parameter, List<String> targets, TargetSettings settings) {
  /** Copies the list. */
  public TargetRule {
    targets = List.copyOf(targets);
  }
}
