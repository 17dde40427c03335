package io.github.rustcross.maven.plan;

/** As what a finished binary is attached to the Maven project. */
public enum Delivery {
  /** The file itself, with its own type. */
  BINARY("binary"),
  /** An archive for each platform, with the crate's licence and readme files. */
  ARCHIVE("archive"),
  /** A jar for each platform. */
  JAR("jar");

  private final String id;

  Delivery(String id) {
    this.id = id;
  }

  /** The word in {@code rust.attach}. */
  public String id() {
    return id;
  }
}
