package io.github.rustcross.inspect;

import java.util.List;

/**
 * Everything that a binary says of itself in the words of its own format. Reading it costs more
 * than an {@link Inspection}: symbols are read as well.
 */
public sealed interface BinaryDetails
    permits ElfDetails,
        PeDetails,
        CoffDetails,
        MachODetails,
        UniversalDetails,
        WasmDetails,
        ArchiveDetails {

  /**
   * The parts of the file that can hold text which a compiler or linker put there.
   *
   * @return in the file's order; empty where the whole file is to be taken
   */
  List<FileRegion> regions();
}
