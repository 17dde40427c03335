package io.github.rustcross.catalog;

/** What cargo builds that a user would ship, by cargo's own words for crate types. */
public enum ArtifactKind {
  /** An executable. */
  BIN("bin"),
  /** A dynamic library with a C interface, the form that the JVM loads. */
  CDYLIB("cdylib"),
  /** A static library with a C interface. */
  STATICLIB("staticlib");

  private final String id;

  ArtifactKind(String id) {
    this.id = id;
  }

  /** The word in the catalog, in cargo's messages and in the report. */
  public String id() {
    return id;
  }
}
