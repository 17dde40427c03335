package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rules of a request say of each target: all that name it, one after the other. */
final class TargetRules {
  private final TargetScope scope;
  private final Map<TargetTriple, TargetSettings> settings = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  TargetRules(TargetScope scope, List<TargetRule> rules) {
    this.scope = scope;
    rules.forEach(this::add);
  }

  /** Words that name nothing. */
  List<Problem> problems() {
    return problems;
  }

  TargetSettings of(Target target) {
    return settings.getOrDefault(target.triple(), TargetSettings.NONE);
  }

  private void add(TargetRule rule) {
    if (rule.targets().isEmpty()) {
      problem(rule, "settings without <targets>", "Name triples, host or groups in <targets>.");
    }
    rule.settings()
        .toolchain()
        .map(ScopedWord::of)
        .flatMap(word -> ToolchainWords.check(scope.catalog(), rule.parameter(), word))
        .ifPresent(problems::add);
    for (String word : rule.targets()) {
      for (Target target : scope.targets(word, rule.parameter(), problems)) {
        settings.merge(target.triple(), rule.settings(), TargetSettings::and);
      }
    }
  }

  private void problem(TargetRule rule, String message, String suggestion) {
    problems.add(
        Problem.of(ProblemCode.TARGET_UNKNOWN, rule.parameter() + ": " + message, suggestion));
  }
}
