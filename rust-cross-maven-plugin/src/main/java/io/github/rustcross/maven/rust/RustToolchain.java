package io.github.rustcross.maven.rust;

import io.github.rustcross.toolchain.HostPlatform;
import java.nio.file.Files;
import java.nio.file.Path;

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
  /** Whether the standard library of a target is installed. */
  public boolean hasStd(String triple) {
    return Files.isDirectory(sysroot.resolve("lib/rustlib").resolve(triple).resolve("lib"));
  }
}
