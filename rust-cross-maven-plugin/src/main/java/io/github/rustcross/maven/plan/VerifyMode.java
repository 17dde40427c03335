package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.verify.RuleLevels;

/** What happens when a binary is not what its target needs. */
public enum VerifyMode {
  /** The build fails. */
  STRICT("strict"),
  /** The build warns. */
  WARN("warn"),
  /** Nothing: binaries are measured for the report, not compared. */
  OFF("off");

  private final String id;

  VerifyMode(String id) {
    this.id = id;
  }

  /** The word in {@code rust.verify}. */
  public String id() {
    return id;
  }

  /** The levels, none of which counts more than this mode allows. */
  public RuleLevels limit(RuleLevels levels) {
    return switch (this) {
      case STRICT -> levels;
      case WARN -> levels.atMost(RuleLevel.WARN);
      case OFF -> levels.atMost(RuleLevel.OFF);
    };
  }
}
