package io.github.rustcross.catalog;

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
 */
public record BinaryPromise(
    String format, Optional<Integer> machine, Map<ArtifactKind, String> linkage) {

  /** Copies the map. */
  public BinaryPromise {
    linkage = Map.copyOf(linkage);
  }
}
