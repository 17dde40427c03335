package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What an ELF file of a target has to be beyond machine and linkage. What is empty is not promised.
 *
 * @param osAbi the values of {@code EI_OSABI} that the target's loader takes
 * @param floatAbi where floating-point arguments travel, in the words of {@code e_flags}: {@code
 *     soft}, {@code hard}, {@code single}, {@code double}
 * @param abiVersion the processor's ABI version in {@code e_flags}, such as 5 for ARM's EABI
 * @param flags the other words of {@code e_flags} that may be set
 * @param cpuArchitectures the values of ARM's {@code Tag_CPU_arch} that the target's processors run
 * @param floatArchitectures the values of ARM's {@code Tag_FP_arch} that they run
 * @param positionIndependent whether programs can be loaded at any address
 * @param runPaths patterns of the folders that {@code DT_RPATH} and {@code DT_RUNPATH} may name;
 *     absent where nothing is promised
 * @param refused properties that the platform makes trouble with
 */
public record ElfPromise(
    List<Integer> osAbi,
    Optional<String> floatAbi,
    Optional<Integer> abiVersion,
    Optional<List<String>> flags,
    List<Integer> cpuArchitectures,
    List<Integer> floatArchitectures,
    boolean positionIndependent,
    Optional<List<String>> runPaths,
    List<Refused> refused) {

  /** Nothing. */
  public static final ElfPromise NONE =
      new ElfPromise(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          false,
          Optional.empty(),
          List.of());

  /** Copies the lists. */
  public ElfPromise {
    osAbi = List.copyOf(osAbi);
    flags = flags.map(List::copyOf);
    cpuArchitectures = List.copyOf(cpuArchitectures);
    floatArchitectures = List.copyOf(floatArchitectures);
    runPaths = runPaths.map(List::copyOf);
    refused = List.copyOf(refused);
  }

  /** Properties of a file that a platform makes trouble with. */
  public enum Refused {
    /** A stack that may be executed. */
    EXECUTABLE_STACK("executable-stack"),
    /** Code that is changed when it is loaded. */
    TEXT_RELOCATIONS("text-relocations"),
    /** In a library, thread-local storage of the initial-exec model. */
    STATIC_TLS("static-tls");

    private final String id;

    Refused(String id) {
      this.id = id;
    }

    /** The word in the catalog. */
    public String id() {
      return id;
    }
  }
}
