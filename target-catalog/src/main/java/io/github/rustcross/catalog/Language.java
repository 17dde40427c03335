package io.github.rustcross.catalog;

/** A foreign language that a crate's build script compiles. */
public enum Language {
  /** C and assembly. */
  C("c"),
  /** C++, which also wants its runtime library on the link line. */
  CXX("c++");

  private final String id;

  Language(String id) {
    this.id = id;
  }

  /** The word in the catalog: {@code c} or {@code c++}. */
  public String id() {
    return id;
  }
}
