package io.github.rustcross.inspect;

/** What a binary is for, whatever its format. */
public enum FileKind {
  /**
   * A program that can be started. An ELF {@code ET_DYN} file counts as one when {@code DT_FLAGS_1}
   * has {@code DF_1_PIE}, or when it names an interpreter and has no {@code DT_SONAME}: older
   * linkers do not set the flag (lld only since LLVM 11), so the position-independent executables
   * that they made have nothing but the interpreter to show. An older <em>static</em>
   * position-independent executable has neither and is told as a {@link #SHARED_LIBRARY}.
   */
  EXECUTABLE("executable"),

  /**
   * A library that a dynamic loader loads: ELF {@code ET_DYN} that is not an {@link #EXECUTABLE}
   * (so also {@code libc.so.6}, which has an interpreter and a {@code DT_SONAME}), a PE image with
   * {@code IMAGE_FILE_DLL}, a Mach-O dylib, dylib stub or bundle.
   */
  SHARED_LIBRARY("shared-library"),

  /**
   * An unlinked object: ELF {@code ET_REL}, COFF, {@code MH_OBJECT}, a WebAssembly module with a
   * {@code linking} section, or the short import record of a Windows import library.
   */
  OBJECT("object"),

  /** An {@code ar} archive, or a universal Mach-O file whose first slice is one. */
  ARCHIVE("archive"),

  /** A linked WebAssembly core module. */
  MODULE("module"),

  /** A WebAssembly component. */
  COMPONENT("component");

  private final String id;

  FileKind(String id) {
    this.id = id;
  }

  /**
   * The stable word for this kind in reports.
   *
   * @return lower-case letters and dashes, e.g. {@code shared-library}
   */
  public String id() {
    return id;
  }
}
