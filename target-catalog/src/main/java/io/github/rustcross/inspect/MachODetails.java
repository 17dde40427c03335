package io.github.rustcross.inspect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a thin Mach-O file says of itself beyond its {@link Inspection} ({@code mach-o/loader.h}).
 *
 * @param cpuType {@code cputype}, e.g. 0x100000c for arm64
 * @param cpuSubtype {@code cpusubtype} without its capability bits, e.g. 2 for arm64e
 * @param cpuCapabilities these bits, the highest eight
 * @param fileType {@code filetype}: 1 is an object, 2 a program, 6 a dylib, 8 a bundle
 * @param flags {@code MH_*} flags
 * @param platforms what it is for; two for code that runs on macOS and in Mac Catalyst
 * @param dylibs the libraries that it asks for, in the file's order
 * @param installName the path that programs linked with it ask for ({@code LC_ID_DYLIB})
 * @param runPaths where {@code @rpath} is looked for ({@code LC_RPATH})
 * @param uuid {@code LC_UUID} in hexadecimal, without dashes
 * @param signature the embedded signature
 * @param symbols what it exports
 * @param debugInfo whether there is a {@code __DWARF} segment
 * @param regions the segments that have bytes in the file
 */
public record MachODetails(
    long cpuType,
    int cpuSubtype,
    int cpuCapabilities,
    long fileType,
    long flags,
    List<MachOPlatform> platforms,
    List<MachODylib> dylibs,
    Optional<String> installName,
    List<String> runPaths,
    Optional<String> uuid,
    Optional<MachOSignature> signature,
    MachOSymbols symbols,
    boolean debugInfo,
    List<FileRegion> regions)
    implements BinaryDetails {

  private static final long MH_TWOLEVEL = 0x80;
  private static final long MH_PIE = 0x20_0000;

  /** Copies the lists. */
  public MachODetails {
    platforms = List.copyOf(platforms);
    dylibs = List.copyOf(dylibs);
    Objects.requireNonNull(installName, "installName");
    runPaths = List.copyOf(runPaths);
    Objects.requireNonNull(uuid, "uuid");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(symbols, "symbols");
    regions = List.copyOf(regions);
  }

  /**
   * Whether a program is loaded at a random address ({@code MH_PIE}).
   *
   * @return whether the flag is set
   */
  public boolean positionIndependent() {
    return (flags & MH_PIE) != 0;
  }

  /**
   * Whether each symbol is bound to the library it was found in ({@code MH_TWOLEVEL}).
   *
   * @return whether the flag is set
   */
  public boolean twoLevel() {
    return (flags & MH_TWOLEVEL) != 0;
  }
}
