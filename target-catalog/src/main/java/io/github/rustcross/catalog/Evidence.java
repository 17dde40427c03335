package io.github.rustcross.catalog;

/** How it is known that a failure looks as the catalog says. */
public enum Evidence {
  /** A test of this project provokes it with real tools. */
  PROVOKED("provoked"),
  /** A real tool printed it. */
  PRINTED("printed"),
  /** It was read in the source of the program that prints it. */
  SOURCE("source"),
  /** It was read in somebody's report of the failure. */
  THREAD("thread"),
  /** It was read in documentation. */
  DOCUMENT("document");

  private final String id;

  Evidence(String id) {
    this.id = id;
  }

  /** The word in the catalog. */
  public String id() {
    return id;
  }
}
