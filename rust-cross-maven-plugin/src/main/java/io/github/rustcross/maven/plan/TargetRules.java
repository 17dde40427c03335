package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the rules of a request say of each target: all that name it, one after the other. */
final class TargetRules {
  private final TargetCatalog catalog;
  private final TargetTriple host;
  private final Map<TargetTriple, TargetSettings> settings = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  TargetRules(TargetCatalog catalog, TargetTriple host, List<TargetRule> rules) {
    this.catalog = catalog;
    this.host = host;
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
        .filter(
            name ->
                !name.equals("auto") && !catalog.toolchains().containsKey(name.split(":", 2)[0]))
        .ifPresent(
            name ->
                problems.add(
                    Problem.of(
                        ProblemCode.TOOLCHAIN_UNKNOWN,
                        "%s: there is no toolchain '%s'".formatted(rule.parameter(), name),
                        DidYouMean.of(name, catalog.toolchains().keySet()))));
    for (String word : rule.targets()) {
      for (Target target : targets(rule, word)) {
        settings.merge(target.triple(), rule.settings(), TargetSettings::and);
      }
    }
  }

  private List<Target> targets(TargetRule rule, String word) {
    if (word.startsWith("@") && catalog.groups().containsKey(word.substring(1))) {
      return catalog.group(word.substring(1));
    }
    String triple = word.equals("host") ? host.value() : word;
    List<Target> found = catalog.find(triple).stream().toList();
    if (found.isEmpty()) {
      Set<String> known = new TreeSet<>();
      if (word.startsWith("@")) {
        catalog.groups().keySet().forEach(group -> known.add("@" + group));
      } else {
        known.addAll(catalog.targets().keySet());
      }
      problem(rule, "there is no target or group '%s'".formatted(word), DidYouMean.of(word, known));
    }
    return found;
  }

  private void problem(TargetRule rule, String message, String suggestion) {
    problems.add(
        Problem.of(ProblemCode.TARGET_UNKNOWN, rule.parameter() + ": " + message, suggestion));
  }
}
