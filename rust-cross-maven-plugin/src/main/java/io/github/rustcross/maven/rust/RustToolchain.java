package io.github.rustcross.maven.rust;

import io.github.rustcross.toolchain.HostPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The rustc and cargo that a crate's folder gets.
 *
 * @param host the machine as rustc sees it
 * @param rustcVersion such as {@code 1.95.0}
 * @param cargoVersion such as {@code 1.95.0}
 * @param sysroot the folder of the toolchain, with the standard libraries in it
 */
public record RustToolchain(
    HostPlatform host, String rustcVersion, String cargoVersion, Path sysroot) {
  private static final Set<Path> SHARED_FOLDERS =
      Set.of(Path.of("/"), Path.of("/usr"), Path.of("/usr/local"));

  private static final CargoVersion FOREIGN_DOCUMENTATION = new CargoVersion(1, 89);

  /** Whether the source of the standard library is installed, rustup's component rust-src. */
  public boolean hasStdSource() {
    return Files.isDirectory(sysroot.resolve("lib/rustlib/src/rust/library/std"));
  }

  /**
   * Whether it lies in a folder of its own with its cargo, as rustup's do, and can be put somewhere
   * else as a whole; a distribution's shares its folder with everything.
   */
  public boolean isMovable() {
    return !SHARED_FOLDERS.contains(sysroot) && Files.isRegularFile(sysroot.resolve("bin/cargo"));
  }

  /** Whether unstable options of cargo and rustc can be used. */
  public boolean isNightly() {
    return rustcVersion.endsWith("-nightly") || rustcVersion.endsWith("-dev");
  }

  /**
   * Whether cargo runs documentation tests for other targets than the host (Cargo's changelog,
   * 1.89).
   */
  public boolean testsForeignDocumentation() {
    return CargoVersion.parse(cargoVersion).compareTo(FOREIGN_DOCUMENTATION) >= 0;
  }

  /** Whether the standard library of a target is installed. */
  public boolean hasStd(String triple) {
    return Files.isDirectory(sysroot.resolve("lib/rustlib").resolve(triple).resolve("lib"));
  }
}
