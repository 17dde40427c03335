package io.github.rustcross.catalog;

/** How far a build came when it failed, in the order in which a build goes. */
public enum Stage {
  /** Packages and tools are installed. */
  SETUP("setup"),
  /** Settings are read. */
  CONFIG("config"),
  /** A container is started. */
  CONTAINER("container"),
  /** cargo works out what to do. */
  CARGO("cargo"),
  /** rustc compiles. */
  RUSTC("rustc"),
  /** A crate's build script runs, and with it compilers of other languages. */
  BUILD_SCRIPT("build-script"),
  /** A linker runs. */
  LINK("link"),
  /** What was linked is changed or checked. */
  POST("post"),
  /** The program runs. */
  RUN("run");

  private final String id;

  Stage(String id) {
    this.id = id;
  }

  /** The word in the catalog. */
  public String id() {
    return id;
  }
}
