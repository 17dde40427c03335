package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Target;
import java.util.Optional;

/**
 * For what a toolchain is looked at.
 *
 * @param target the target
 * @param argument what the user wrote behind the toolchain's name
 * @param sysroot what is compiled and linked against besides what the toolchain has
 */
record TargetUse(Target target, Optional<String> argument, Optional<TargetSysroot> sysroot) {
  /** The same for a toolchain that only links, which the argument is not meant for. */
  TargetUse withoutArgument() {
    return new TargetUse(target, Optional.empty(), sysroot);
  }
}
