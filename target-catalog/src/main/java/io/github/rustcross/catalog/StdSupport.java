package io.github.rustcross.catalog;

/** Whether Rust's standard library is there for a target. */
public enum StdSupport {
  /** rustup offers it. */
  PREBUILT("prebuilt"),
  /** rustup offers {@code core} and {@code alloc} only: crates have to be {@code no_std}. */
  CORE("core"),
  /** rustup offers nothing; it has to be built from source with a nightly toolchain. */
  SOURCE("source");

  private final String id;

  StdSupport(String id) {
    this.id = id;
  }

  /** The word in the catalog. */
  public String id() {
    return id;
  }
}
