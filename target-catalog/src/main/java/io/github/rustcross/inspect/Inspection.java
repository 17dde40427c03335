package io.github.rustcross.inspect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a binary says of itself. Only the file's own bytes are asked: neither its name nor the
 * libraries that it needs.
 *
 * @param format the container format
 * @param kind what the file is for
 * @param architecture the processor, in the words of {@code target_arch} in {@code rustc --print
 *     cfg} ({@code x86_64}, {@code x86}, {@code aarch64}, {@code arm}, {@code riscv64}, {@code
 *     s390x}, {@code wasm32} …); {@code unknown(0xNN)} with the file's own machine number when
 *     rustc has no word for it; {@code universal} for a universal Mach-O file. An ARM64EC image
 *     says {@code x86_64}, as that is what its header has; an ARM64EC object says {@code arm64ec}
 * @param bits the width of an address in bits, 32 or 64: of the ELF class, the PE optional header's
 *     magic number, the Mach-O magic number, the WebAssembly memory, or, for COFF objects, the
 *     machine. For an archive that of its first object, for a universal file the widest of its
 *     slices
 * @param endianness the byte order; for an archive that of its first object, for a universal file
 *     that of its first slice
 * @param linkage whether something must be loaded for it at run time
 * @param interpreter the loader that the file asks for: ELF {@code PT_INTERP}, Mach-O {@code
 *     LC_LOAD_DYLINKER}; for a universal file that of the first slice that has one; never empty
 *     text
 * @param glibc the highest {@code GLIBC_x.y} in the ELF version needs ({@code DT_VERNEED}; Linux
 *     Standard Base Core, "Version Requirements"), which is the oldest glibc that the file runs
 *     with; {@code GLIBC_PRIVATE} and {@code GLIBC_ABI_*} are no versions and are left out, as is
 *     the {@code GLIBC_2.0} that libgcc_s defines
 * @param needed what is loaded with the file, distinct and in the file's order: ELF {@code
 *     DT_NEEDED}; the DLLs of the PE import directory and then of the delay-load import directory;
 *     the dylibs of Mach-O load commands, weak, re-exported, upward and lazy ones too, and for a
 *     universal file the union over its slices; the module names of WebAssembly module imports; the
 *     names of WebAssembly component imports. Empty for objects and archives
 * @param slices the parts of a universal Mach-O file, in the file's order; for an archive one
 *     representative (the first) of each format, architecture, width and byte order found among its
 *     objects, so that more than one means that they disagree. Empty for every other file
 */
public record Inspection(
    BinaryFormat format,
    FileKind kind,
    String architecture,
    int bits,
    Endianness endianness,
    Linkage linkage,
    Optional<String> interpreter,
    Optional<GlibcVersion> glibc,
    List<String> needed,
    List<Inspection> slices) {

  /**
   * Checks the parts and copies the lists.
   *
   * @throws IllegalArgumentException if the architecture is blank, the width is neither 32 nor 64,
   *     or the linkage is static though there is an interpreter, a needed library or a shared
   *     library
   */
  public Inspection {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(endianness, "endianness");
    Objects.requireNonNull(linkage, "linkage");
    Objects.requireNonNull(interpreter, "interpreter");
    Objects.requireNonNull(glibc, "glibc");
    needed = List.copyOf(needed);
    slices = List.copyOf(slices);
    if (architecture.isBlank()) {
      throw new IllegalArgumentException("architecture is blank");
    }
    if (bits != 32 && bits != 64) {
      throw new IllegalArgumentException("bits must be 32 or 64, not " + bits);
    }
    boolean loads = kind == FileKind.SHARED_LIBRARY || interpreter.isPresent() || !needed.isEmpty();
    if (linkage == Linkage.STATIC && loads) {
      throw new IllegalArgumentException(
          "static linkage contradicts an interpreter, a needed library or a shared library");
    }
  }
}
