package io.github.rustcross.maven.sysroot;

import io.github.rustcross.catalog.PackageArchive;
import io.github.rustcross.catalog.SysrootSource;

/**
 * A release of a distribution for one architecture.
 *
 * @param archive the distribution
 * @param suite the release
 * @param architecture in Debian's words
 */
record SuiteRequest(PackageArchive archive, SysrootSource.Suite suite, String architecture) {
  static SuiteRequest of(SysrootOrder order) {
    return new SuiteRequest(
        order.archive().orElseThrow(),
        (SysrootSource.Suite) order.sysroot().source(),
        order.architecture());
  }

  String label() {
    return "%s %s".formatted(archive.name(), suite.suite());
  }

  /** The place of a component's index, seen from the suite's folder, without a compression. */
  String index(String component) {
    return "%s/binary-%s/Packages".formatted(component, architecture);
  }
}
