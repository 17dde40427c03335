package io.github.rustcross.catalog;

/** How much a broken rule counts. */
public enum RuleLevel {
  /** The binary is refused. */
  STRICT("strict"),
  /** There is a warning. */
  WARN("warn"),
  /** It is in the report, and nowhere else. */
  REPORT("report"),
  /** Nobody looks. */
  OFF("off");

  private final String id;

  RuleLevel(String id) {
    this.id = id;
  }

  /** The word in the catalog and on the command line. */
  public String id() {
    return id;
  }
}
