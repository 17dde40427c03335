package io.github.rustcross.maven.sysroot;

import io.github.rustcross.catalog.PackageArchive;
import io.github.rustcross.catalog.Sysroot;
import io.github.rustcross.catalog.SysrootSource;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.tool.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A sysroot that a target needs. Orders that are equal share a folder, in all projects.
 *
 * @param sysroot which
 * @param archive for a release of a distribution: the distribution
 * @param architecture for which processor, in Debian's words ({@code names.dpkg} of targets)
 * @param packages what is needed beside what every such sysroot has: names of packages, or {@code
 *     name=version}; in the order of their names
 * @param mirror the address of an archive to fetch from, instead of asking this machine's apt; one
 *     of the past (a snapshot) gives another sysroot, so that it is part of the folder's name
 * @param lock what a lock file says; then nothing is resolved
 */
public record SysrootOrder(
    Sysroot sysroot,
    Optional<PackageArchive> archive,
    String architecture,
    List<String> packages,
    Optional<String> mirror,
    Optional<LockedSysroot> lock) {
  private static final int SHOWN_DIGITS = 12;

  /** Changes with what is done to packages, so that folders of older versions are left alone. */
  private static final String FORMAT = "3";

  /** Sorts the packages and names each once. */
  public SysrootOrder {
    packages = List.copyOf(new TreeSet<>(packages));
  }

  /**
   * An order from the archives of this machine, without a lock.
   *
   * @param sysroot a name that the catalog has
   * @throws IllegalArgumentException if the catalog does not have it
   */
  public static SysrootOrder of(
      TargetCatalog catalog, String sysroot, String architecture, List<String> packages) {
    Sysroot found =
        Optional.ofNullable(catalog.sysroots().get(sysroot))
            .orElseThrow(() -> new IllegalArgumentException("no sysroot " + sysroot));
    return new SysrootOrder(
        found,
        found.source() instanceof SysrootSource.Suite suite
            ? Optional.of(catalog.requireArchive(suite.archive()))
            : Optional.empty(),
        architecture,
        packages,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same, from a mirror.
   *
   * @param url {@code http:}, {@code https:} or {@code file:}; the folder that has {@code dists}
   *     and {@code pool}
   */
  public SysrootOrder fromMirror(String url) {
    return new SysrootOrder(
        sysroot, archive, architecture, packages, Optional.of(url.replaceFirst("/+$", "")), lock);
  }

  /** The same, with the very packages of a lock file. */
  public SysrootOrder locked(LockedSysroot entry) {
    return new SysrootOrder(sysroot, archive, architecture, packages, mirror, Optional.of(entry));
  }

  /** What it is called in messages. */
  public String label() {
    return "sysroot %s for %s".formatted(sysroot.name(), architecture);
  }

  /**
   * All packages that are resolved: those that every such sysroot has, and those that are needed
   * beside them.
   */
  List<String> asked() {
    List<String> asked = new ArrayList<>();
    if (sysroot.source() instanceof SysrootSource.Suite suite) {
      suite.packages().stream().filter(name -> !isLeftOut(name)).forEach(asked::add);
    }
    packages.stream().filter(name -> !asked.contains(name)).forEach(asked::add);
    return asked;
  }

  /** Whether a package is left out of this sysroot, unless it is asked for by name. */
  boolean isLeftOut(String name) {
    return archive.isPresent() && PackagePatterns.match(archive.get().leftOut(), name);
  }

  /** To have texts of records made takes a JVM that has just started longer than all else here. */
  private static List<String> facts(SysrootSource source) {
    List<String> facts = new ArrayList<>();
    if (source instanceof SysrootSource.Suite suite) {
      facts.addAll(List.of(suite.archive(), suite.suite()));
      facts.addAll(suite.components());
      facts.addAll(suite.packages());
    } else if (source instanceof SysrootSource.PackageFiles picked) {
      for (SysrootSource.PackageFile file : picked.files()) {
        facts.addAll(List.of(file.location().toString(), file.sha256()));
        file.architecture().ifPresent(facts::add);
      }
    }
    return facts;
  }

  /** The name of its folder: that of the sysroot, and a digest of everything in this order. */
  String id() {
    List<String> facts = new ArrayList<>(List.of(FORMAT, sysroot.name(), architecture));
    facts.addAll(facts(sysroot.source()));
    facts.add(String.join(" ", packages));
    facts.add(mirror.orElse(""));
    archive.ifPresent(from -> facts.add(String.join(" ", from.leftOut())));
    lock.ifPresent(entry -> entry.packages().forEach(each -> facts.add(each.sha256())));
    return "%s-%s-%s"
        .formatted(
            sysroot.name(),
            architecture,
            Digest.sha256(String.join("\n", facts)).substring(0, SHOWN_DIGITS));
  }
}
