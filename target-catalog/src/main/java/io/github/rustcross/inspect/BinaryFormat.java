package io.github.rustcross.inspect;

/** The container format of a binary, told from its first bytes. */
public enum BinaryFormat {
  /** Executable and Linkable Format: Linux, the BSDs, bare metal (System V gABI, chapter 4). */
  ELF("elf"),

  /** Portable Executable images and COFF objects: Windows, UEFI (Microsoft, "PE Format"). */
  PE("pe"),

  /** Mach-O, thin or universal: Apple platforms ({@code mach-o/loader.h}, {@code mach-o/fat.h}). */
  MACH_O("mach-o"),

  /** WebAssembly modules and components (Core Specification, chapter 5; Component Model). */
  WASM("wasm"),

  /** {@code ar} archives: {@code .a}, {@code .lib}, {@code .rlib} ({@code ar.h}). */
  ARCHIVE("archive");

  private final String id;

  BinaryFormat(String id) {
    this.id = id;
  }

  /**
   * The stable word for this format in reports.
   *
   * @return lower-case letters and dashes, e.g. {@code mach-o}
   */
  public String id() {
    return id;
  }
}
