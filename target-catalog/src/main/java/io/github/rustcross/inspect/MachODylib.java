package io.github.rustcross.inspect;

import java.util.Objects;

/**
 * A library that a Mach-O file asks for ({@code dylib_command} of {@code mach-o/loader.h}).
 *
 * @param kind how it is asked for
 * @param path its install name, e.g. {@code /usr/lib/libSystem.B.dylib} or
 *     {@code @rpath/liba.dylib}
 * @param current the version that it had when the file was linked
 * @param compatibility the lowest version that will do
 */
public record MachODylib(
    Kind kind, String path, BinaryVersion current, BinaryVersion compatibility) {

  /** Ways to ask for a library. */
  public enum Kind {
    /** {@code LC_LOAD_DYLIB}: must be there. */
    LOAD("load"),

    /** {@code LC_LOAD_WEAK_DYLIB}: may be missing. */
    WEAK("weak"),

    /** {@code LC_REEXPORT_DYLIB}: must be there, and what it exports this file exports too. */
    REEXPORT("reexport"),

    /** {@code LC_LAZY_LOAD_DYLIB}: loaded at first use. */
    LAZY("lazy"),

    /** {@code LC_LOAD_UPWARD_DYLIB}: must be there, and may itself need this file. */
    UPWARD("upward");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /**
     * The stable word in reports.
     *
     * @return lower-case letters, e.g. {@code weak}
     */
    public String id() {
      return id;
    }
  }

  /** Checks the parts. */
  public MachODylib {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(current, "current");
    Objects.requireNonNull(compatibility, "compatibility");
  }
}
