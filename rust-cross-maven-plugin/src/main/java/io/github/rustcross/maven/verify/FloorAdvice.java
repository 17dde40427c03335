package io.github.rustcross.maven.verify;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.Toolchain.FloorPromise;
import io.github.rustcross.catalog.ToolchainChoice;

/** Which toolchain would keep a glibc floor. */
final class FloorAdvice {
  private FloorAdvice() {}

  /**
   * A sentence with a blank behind it, or nothing where the toolchain that was used promises the
   * floor itself.
   *
   * @param used the label of the toolchain that was used
   */
  static String of(TargetCatalog catalog, Target target, String used) {
    return target.toolchains().stream()
        .map(ToolchainChoice::toolchain)
        .filter(name -> !used.equals(name) && !used.startsWith(name + " "))
        .map(catalog::requireToolchain)
        .filter(toolchain -> toolchain.glibcFloor() == FloorPromise.ASKED)
        .map(Toolchain::name)
        .findFirst()
        .map(
            name ->
                "Build with a toolchain that keeps the floor: -Drust.crossToolchain=" + name + ". ")
        .orElse("");
  }
}
