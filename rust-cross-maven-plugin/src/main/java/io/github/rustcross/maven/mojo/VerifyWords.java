package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.maven.plan.TargetRule;
import io.github.rustcross.maven.plan.TargetSettings;
import io.github.rustcross.maven.plan.VerifySettings;
import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code rust.verify.rules}: words {@code rule=level} for all targets and {@code
 * target:rule=level} for some.
 */
final class VerifyWords {
  private final String parameter;
  private final Problems problems;
  private final Map<Rule, RuleLevel> everywhere = new EnumMap<>(Rule.class);
  private final List<TargetRule> somewhere = new ArrayList<>();

  private VerifyWords(String parameter, Problems problems) {
    this.parameter = parameter;
    this.problems = problems;
  }

  static VerifyWords read(String parameter, List<String> words, Problems problems) {
    VerifyWords read = new VerifyWords(parameter, problems);
    words.forEach(word -> problems.of(() -> read.add(word)));
    return read;
  }

  /** A rule for a target where the targets are named already. */
  static Problem notHere(TargetRule rule) {
    return Problem.of(
        ProblemCode.PARAMETER_INVALID,
        "%s: '%s:' is not for here".formatted(rule.parameter(), rule.targets().get(0)),
        "The targets are those in <targets>: write rule=level.");
  }

  /** What holds for all targets. */
  VerifySettings settings(List<String> allowed) {
    return new VerifySettings(allowed, everywhere);
  }

  /** What holds for some alone. */
  List<TargetRule> rules() {
    return somewhere;
  }

  private Optional<Rule> add(String word) throws ProblemException {
    int equals = word.indexOf('=');
    if (equals < 0) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.PARAMETER_INVALID,
              "%s: '%s' says no level".formatted(parameter, word),
              "It takes words such as run-path=off or @musl:position=warn."));
    }
    String name = word.substring(0, equals).strip();
    int colon = name.indexOf(':');
    Rule rule = rule(name.substring(colon + 1));
    RuleLevel level =
        Words.of(
            parameter + " " + word.substring(0, equals),
            word.substring(equals + 1).strip(),
            List.of(RuleLevel.values()),
            RuleLevel::id);
    if (colon < 0) {
      everywhere.put(rule, level);
    } else {
      somewhere.add(
          new TargetRule(
              parameter,
              List.of(name.substring(0, colon)),
              TargetSettings.of(new VerifySettings(List.of(), Map.of(rule, level)))));
    }
    return Optional.of(rule);
  }

  private Rule rule(String name) throws ProblemException {
    Optional<Rule> rule = Rule.of(name);
    if (rule.isEmpty()) {
      List<String> known =
          Stream.concat(Rule.ids().stream(), Stream.of(Rule.values()).map(Rule::code)).toList();
      throw invalid(
          name, DidYouMean.of(name, known, "Known are: " + String.join(", ", Rule.ids())));
    }
    return rule.get();
  }

  private ProblemException invalid(String text, String suggestion) {
    return new ProblemException(
        Problem.of(
            ProblemCode.PARAMETER_INVALID,
            "%s: there is no rule '%s'".formatted(parameter, text),
            suggestion));
  }
}
