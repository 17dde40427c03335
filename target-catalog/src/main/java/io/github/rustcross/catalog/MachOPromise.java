package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What a Mach-O file of a target has to be beyond machine and linkage. What is empty is not
 * promised.
 *
 * @param cpuSubtypes the values of {@code cpusubtype} that all of the target's processors run
 * @param platform the platform of {@code LC_BUILD_VERSION}, such as {@code macos}
 * @param minimumOs the oldest version of it that a file may ask for
 * @param signed whether the system starts nothing without a signature
 * @param installNames patterns of the names that a library may have
 * @param runPaths patterns of the folders that {@code LC_RPATH} may name
 */
public record MachOPromise(
    List<Integer> cpuSubtypes,
    Optional<String> platform,
    Optional<String> minimumOs,
    boolean signed,
    List<String> installNames,
    Optional<List<String>> runPaths) {
  /** Nothing. */
  public static final MachOPromise NONE =
      new MachOPromise(
          List.of(), Optional.empty(), Optional.empty(), false, List.of(), Optional.empty());

  /** Copies the lists. */
  public MachOPromise {
    cpuSubtypes = List.copyOf(cpuSubtypes);
    installNames = List.copyOf(installNames);
    runPaths = runPaths.map(List::copyOf);
  }
}
