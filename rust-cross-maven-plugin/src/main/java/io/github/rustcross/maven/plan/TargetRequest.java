package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.toolchain.ToolchainRequest;
import java.util.Optional;

/**
 * A target that the user asks for.
 *
 * @param target the catalog's entry
 * @param floor what is said of its glibc
 * @param toolchain what is said of its toolchain
 * @param sysroot what it is to be compiled and linked against
 * @param settings what the POM says of it alone
 */
public record TargetRequest(
    Target target,
    FloorRequest floor,
    ToolchainRequest toolchain,
    Optional<SysrootRequest> sysroot,
    TargetSettings settings) {
  /** The same asked for another target, one that this is joined from. */
  public TargetRequest of(Target slice) {
    return new TargetRequest(slice, floor, toolchain, sysroot, settings);
  }
}
