package io.github.rustcross.maven.plan;

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
}
