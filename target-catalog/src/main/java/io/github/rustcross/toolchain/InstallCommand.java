package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Installation;
import io.github.rustcross.catalog.PackageManager;
import io.github.rustcross.catalog.TargetCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out how something is installed on this machine. */
public final class InstallCommand {
  private final Collection<PackageManager> managers;
  private final HostPlatform host;
  private final HostSearch search;

  /** Commands for one machine. */
  public InstallCommand(TargetCatalog catalog, HostPlatform host, HostSearch search) {
    this.managers = catalog.packageManagers().values();
    this.host = host;
    this.search = search;
  }

  /**
   * The packages of the catalog's first package manager that is on PATH and has them, else the
   * command line for any machine; nothing where there is neither, or where words are unknown.
   */
  public Optional<Remedy> of(Installation installation, Template template) {
    for (PackageManager manager : managers) {
      List<String> packages =
          packages(installation.packages().getOrDefault(manager.name(), List.of()), template);
      if (!packages.isEmpty() && search.program(manager.program()).isPresent()) {
        boolean sudo = manager.root() && !host.privileged();
        return Optional.of(new PackageInstall(manager, sudo, packages));
      }
    }
    return installation.command().flatMap(template::tryExpand).map(Remedy.CommandLine::new);
  }

  /** None where a word is unknown that is not optional. */
  private static List<String> packages(List<String> texts, Template template) {
    List<String> packages = new ArrayList<>();
    for (String text : texts) {
      if (!template.unknownWords(text).isEmpty()) {
        return List.of();
      }
      template.tryExpand(text).map(names -> Stream.of(names.split(" "))).stream()
          .flatMap(names -> names)
          .forEach(packages::add);
    }
    return packages;
  }
}
