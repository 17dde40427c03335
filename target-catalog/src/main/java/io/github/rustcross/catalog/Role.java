package io.github.rustcross.catalog;

/** What a program of a toolchain does for the build. */
public enum Role {
  /** Compiles C and assembly. */
  CC("cc"),
  /** Compiles C++. */
  CXX("c++"),
  /** Puts objects into static libraries. */
  AR("ar"),
  /** Writes the index of a static library. */
  RANLIB("ranlib"),
  /** Links what rustc compiled. */
  LINKER("linker"),
  /** Makes import libraries for Windows; rustc learns of it through a flag. */
  DLLTOOL("dlltool");

  private final String id;

  Role(String id) {
    this.id = id;
  }

  /** Whether build scripts or cargo learn of the program through a variable. */
  public boolean hasVariable() {
    return this != DLLTOOL;
  }

  /** The word in the catalog. */
  public String id() {
    return id;
  }
}
