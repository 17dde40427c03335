package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Something in a binary that tells its operating system, and perhaps its C library. It fits a file
 * of its format that has any of what it lists; one that lists nothing fits every file of its
 * format.
 *
 * @param format {@code elf}, {@code pe}, {@code mach-o} or {@code wasm}
 * @param system the operating system in the words of rustc's {@code target_os}
 * @param libc the C library, where the sign tells it
 * @param osAbi values of ELF's {@code EI_OSABI}
 * @param loaders patterns of the dynamic loader's path
 * @param libraries patterns of needed libraries; of the modules that WebAssembly imports
 * @param versions patterns of needed symbol versions
 * @param platforms platforms of Mach-O's {@code LC_BUILD_VERSION}
 */
public record PlatformSign(
    String format,
    String system,
    Optional<String> libc,
    List<Integer> osAbi,
    List<String> loaders,
    List<String> libraries,
    List<String> versions,
    List<String> platforms) {
  /** Copies the lists. */
  public PlatformSign {
    osAbi = List.copyOf(osAbi);
    loaders = List.copyOf(loaders);
    libraries = List.copyOf(libraries);
    versions = List.copyOf(versions);
    platforms = List.copyOf(platforms);
  }

  /** Whether it fits every file of its format. */
  public boolean isUnconditional() {
    return osAbi.isEmpty()
        && loaders.isEmpty()
        && libraries.isEmpty()
        && versions.isEmpty()
        && platforms.isEmpty();
  }
}
