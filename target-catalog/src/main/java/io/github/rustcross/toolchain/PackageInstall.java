package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.PackageManager;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packages that a package manager of this machine has.
 *
 * @param manager the package manager
 * @param sudo whether the user has to become the administrator first
 * @param packages the packages, each once
 */
public record PackageInstall(PackageManager manager, boolean sudo, List<String> packages)
    implements Remedy {
  /** Copies the list; what is in it twice is taken once. */
  public PackageInstall {
    packages = packages.stream().distinct().toList();
  }

  @Override
  public String text() {
    String command = manager.install().replace(PackageManager.PACKAGES, String.join(" ", packages));
    return sudo ? "sudo " + command : command;
  }

  /** These packages and those of another, of the same package manager. */
  PackageInstall and(PackageInstall other) {
    return new PackageInstall(
        manager, sudo, Stream.concat(packages.stream(), other.packages().stream()).toList());
  }
}
