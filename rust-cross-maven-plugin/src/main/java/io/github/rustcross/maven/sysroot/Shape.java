package io.github.rustcross.maven.sysroot;

import java.util.Locale;

/** How much of a system a sysroot has. */
public enum Shape {
  /** All, for a compiler that takes its C library from there. */
  COMPLETE,
  /** Without the C library's development files, for a compiler that has a C library of its own. */
  LIBRARIES;

  /** The word for it, in lock files and messages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
