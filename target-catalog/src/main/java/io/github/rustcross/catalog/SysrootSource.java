package io.github.rustcross.catalog;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where the files of a sysroot come from. */
public sealed interface SysrootSource {
  /**
   * A release of a distribution, whose packages are resolved with all that they depend on.
   *
   * @param archive the distribution, a name in {@code archives:}
   * @param suite the release, as it is called in addresses: a codename or the name of a suite
   * @param components the parts of the release that are looked into
   * @param packages what every sysroot of this release has: the development files of the C library
   *     and of the compiler's own libraries
   */
  record Suite(String archive, String suite, List<String> components, List<String> packages)
      implements SysrootSource {
    /** Copies the lists. */
    public Suite {
      components = List.copyOf(components);
      packages = List.copyOf(packages);
    }
  }

  /**
   * Packages that somebody picked; what they depend on is not looked for.
   *
   * @param files the packages, in the order in which they are unpacked
   */
  record PackageFiles(List<PackageFile> files) implements SysrootSource {
    /** Copies the list. */
    public PackageFiles {
      files = List.copyOf(files);
    }
  }

  /**
   * One package.
   *
   * @param location {@code http:}, {@code https:} or {@code file:}
   * @param sha256 its digest, in lower-case hexadecimal digits
   * @param architecture the architecture whose sysroot it is for, in Debian's words; for all when
   *     empty
   */
  record PackageFile(URI location, String sha256, Optional<String> architecture) {
    /** The file's name. */
    public String name() {
      String path = location.getPath();
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /**
   * The machine itself, which has packages of a foreign architecture installed (Debian's
   * "multiarch").
   */
  record Installed() implements SysrootSource {}
}
