package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.RuleLevels;

/** What a check means for its binary, the worse the later. */
enum Verdict {
  /** Nothing is promised. */
  MEASURED("measured", ""),
  /** As promised. */
  OK("ok", "ok"),
  /** Not as promised, in a rule that is switched off. */
  IGNORED("not as promised, rule is off", ""),
  /** Not as promised, in a rule that only reports. */
  NOTED("not as promised, reported only", ""),
  /** Not as promised, which is let pass with a warning. */
  WARNING("warning", "warns"),
  /** Not as promised: the binary is refused. */
  FAILED("fails", "fails");

  private final String word;
  private final String style;

  Verdict(String word, String style) {
    this.word = word;
    this.style = style;
  }

  /** The word for people. */
  String word() {
    return word;
  }

  /** The class of elements that show it; empty for those that look like any other. */
  String style() {
    return style;
  }

  static Verdict of(Check check, RuleLevels levels) {
    return switch (check.outcome()) {
      case KEPT -> OK;
      case REPORTED -> MEASURED;
      case BROKEN -> of(levels.of(check.rule()));
    };
  }

  /** Of something that is not as promised. */
  static Verdict of(RuleLevel level) {
    return switch (level) {
      case STRICT -> FAILED;
      case WARN -> WARNING;
      case REPORT -> NOTED;
      case OFF -> IGNORED;
    };
  }
}
