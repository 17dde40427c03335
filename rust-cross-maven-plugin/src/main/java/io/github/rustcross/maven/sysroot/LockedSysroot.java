package io.github.rustcross.maven.sysroot;

import io.github.rustcross.catalog.SysrootSource;
import io.github.rustcross.maven.debian.ResolvedPackage;
import java.util.List;

/**
 * What a lock file says of one sysroot.
 *
 * @param sysroot its name
 * @param architecture for which processor, in Debian's words
 * @param suite the release; empty for picked packages
 * @param asked the packages whose dependencies were resolved
 * @param packages what they came to, by name
 */
public record LockedSysroot(
    String sysroot,
    String architecture,
    String suite,
    List<String> asked,
    List<ResolvedPackage> packages) {
  /** Copies the lists. */
  public LockedSysroot {
    asked = List.copyOf(asked);
    packages = List.copyOf(packages);
  }

  /** What has to be written into a lock file after an order was provided. */
  public static LockedSysroot of(SysrootOrder order, SysrootRecord provided) {
    return new LockedSysroot(
        order.sysroot().name(),
        order.architecture(),
        suite(order),
        order.asked(),
        provided.packages());
  }

  static String suite(SysrootOrder order) {
    return order.sysroot().source() instanceof SysrootSource.Suite suite ? suite.suite() : "";
  }

  boolean isFor(SysrootOrder order) {
    return sysroot.equals(order.sysroot().name()) && architecture.equals(order.architecture());
  }
}
