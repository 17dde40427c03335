package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.PackageManager;
import java.util.List;
import java.util.stream.Collectors;
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
    Stream<String> foreign =
        packages.stream()
            .filter(name -> name.contains(":"))
            .map(name -> name.substring(name.lastIndexOf(':') + 1))
            .distinct()
            .flatMap(
                architecture ->
                    manager.foreign().stream()
                        .map(line -> line.replace(PackageManager.ARCHITECTURE, architecture)));
    String install = manager.install().replace(PackageManager.PACKAGES, String.join(" ", packages));
    return Stream.concat(foreign.distinct(), Stream.of(install))
        .map(command -> sudo ? "sudo " + command : command)
        .collect(Collectors.joining(" && "));
  }

  /** These packages and those of another, of the same package manager. */
  PackageInstall and(PackageInstall other) {
    return new PackageInstall(
        manager, sudo, Stream.concat(packages.stream(), other.packages().stream()).toList());
  }
}
