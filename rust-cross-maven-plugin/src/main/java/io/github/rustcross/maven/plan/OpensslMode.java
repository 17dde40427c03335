package io.github.rustcross.maven.plan;

/** Where OpenSSL comes from, {@code rust.openssl}. */
public enum OpensslMode {
  /** From wherever the crates look for it; a build that is certain not to find it is stopped. */
  AUTO("auto"),
  /** It is compiled along. */
  VENDORED("vendored"),
  /** From the target's sysroot. */
  SYSROOT("sysroot"),
  /** From nowhere: TLS is rustls's, and OpenSSL among the crates is an error. */
  RUSTLS("rustls"),
  /** From the target's system, whatever the crates find; nothing is checked. */
  SYSTEM("system");

  /** The library's name in the catalog. */
  static final String LIBRARY = "openssl";

  private final String id;

  OpensslMode(String id) {
    this.id = id;
  }

  /** The word of the parameter. */
  public String id() {
    return id;
  }
}
