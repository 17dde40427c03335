package io.github.rustcross.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a binary of a target has to look like; bits and byte order follow from the {@link Platform}.
 *
 * @param format {@code elf}, {@code pe}, {@code mach-o} or {@code wasm}
 * @param machine the machine's number in that format's header: {@code e_machine} (ELF), {@code
 *     Machine} (PE), {@code cputype} (Mach-O); absent for wasm
 * @param linkage {@code static} or {@code dynamic} for the kinds of artifact that are promised to
 *     be one or the other
 * @param libraries the libraries that every machine of the platform has: names as binaries ask for
 *     them, with {@code *} for any characters; of PE files in any case. Absent where nothing is
 *     promised
 * @param elf what holds for ELF files
 * @param pe what holds for PE files
 * @param machO what holds for Mach-O files
 * @param wasm what holds for WebAssembly
 */
public record BinaryPromise(
    String format,
    Optional<Integer> machine,
    Map<ArtifactKind, String> linkage,
    Optional<List<String>> libraries,
    ElfPromise elf,
    PePromise pe,
    MachOPromise machO,
    WasmPromise wasm) {

  /** Copies the collections. */
  public BinaryPromise {
    linkage = Map.copyOf(linkage);
    libraries = libraries.map(List::copyOf);
  }
}
