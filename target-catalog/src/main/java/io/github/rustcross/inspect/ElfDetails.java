package io.github.rustcross.inspect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an ELF file says of itself beyond its {@link Inspection}.
 *
 * @param identity the header
 * @param soname {@code DT_SONAME}, the name that programs ask for
 * @param rpath the folders of {@code DT_RPATH}, which come before {@code LD_LIBRARY_PATH}
 * @param runpath the folders of {@code DT_RUNPATH}, which come after it
 * @param hardening how it wants to be protected
 * @param threadStorage its thread-local storage
 * @param symbols its dynamic symbols; those of a linker's input are not read
 * @param buildId {@code NT_GNU_BUILD_ID} in hexadecimal
 * @param symbolTable whether there is a {@code SHT_SYMTAB} section, which {@code strip} removes
 * @param debugInfo whether there is a {@code .debug_info} section with content
 * @param regions the sections that are loaded and those with debug information; the loaded segments
 *     if there are no section headers; empty for objects of very many sections
 */
public record ElfDetails(
    ElfIdentity identity,
    Optional<String> soname,
    List<String> rpath,
    List<String> runpath,
    ElfHardening hardening,
    ElfThreadStorage threadStorage,
    ElfSymbols symbols,
    Optional<String> buildId,
    boolean symbolTable,
    boolean debugInfo,
    List<FileRegion> regions)
    implements BinaryDetails {

  /** Copies the lists. */
  public ElfDetails {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(soname, "soname");
    rpath = List.copyOf(rpath);
    runpath = List.copyOf(runpath);
    Objects.requireNonNull(hardening, "hardening");
    Objects.requireNonNull(threadStorage, "threadStorage");
    Objects.requireNonNull(symbols, "symbols");
    Objects.requireNonNull(buildId, "buildId");
    regions = List.copyOf(regions);
  }
}
