package io.github.rustcross.bundle;

import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Platform;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.ElfDetails;
import io.github.rustcross.inspect.Inspection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which targets of the catalog a binary could be of. */
final class TargetFit {
  private final TargetCatalog catalog;

  TargetFit(TargetCatalog catalog) {
    this.catalog = catalog;
  }

  List<TargetTriple> targets(
      Inspection inspection, Optional<ElfDetails> elf, BinaryPlatform platform) {
    return catalog.targets().values().stream()
        .filter(target -> fits(target, inspection, elf, platform))
        .map(Target::triple)
        .toList();
  }

  private boolean fits(
      Target target, Inspection inspection, Optional<ElfDetails> elf, BinaryPlatform platform) {
    return target.binary().format().equals(PlatformFinder.format(inspection))
        && platform.systems().contains(target.platform().os())
        && libc(target, platform)
        && machine(target, inspection)
        && elf.filter(known -> !floatAbi(target, known)).isEmpty();
  }

  private static boolean libc(Target target, BinaryPlatform platform) {
    return platform.libc().isEmpty() || platform.libc().equals(target.libc().map(Libc::name));
  }

  private boolean machine(Target target, Inspection inspection) {
    if (target.isUniversal()) {
      return target.slices().stream()
          .map(catalog::require)
          .allMatch(part -> anySlice(part.platform(), inspection));
    }
    return anySlice(target.platform(), inspection) || machine(target.platform(), inspection);
  }

  private static boolean anySlice(Platform platform, Inspection inspection) {
    return inspection.slices().stream().anyMatch(slice -> machine(platform, slice));
  }

  private static boolean machine(Platform platform, Inspection inspection) {
    return platform.arch().equals(inspection.architecture())
        && platform.pointerWidth() == inspection.bits()
        && platform.endian().equals(inspection.endianness().id());
  }

  private static boolean floatAbi(Target target, ElfDetails elf) {
    String actual = elf.identity().floatAbi().id();
    return target.binary().elf().floatAbi().filter(wanted -> !wanted.equals(actual)).isEmpty();
  }

  /** The needs of glibc's that have no number, and what each means. */
  Map<String, String> markers(BinaryPlatform platform) {
    Map<String, String> markers = new HashMap<>();
    for (Target target : catalog.targets().values()) {
      target
          .libc()
          .filter(libc -> platform.libc().equals(Optional.of(libc.name())))
          .ifPresent(libc -> markers.putAll(libc.markers()));
    }
    return markers;
  }

  /**
   * The libraries that machines of a platform have, whatever the processor; empty if the catalog
   * does not know.
   */
  Set<String> libraries(BinaryPlatform platform) {
    Set<String> libraries = new LinkedHashSet<>();
    for (Target target : catalog.targets().values()) {
      if (platform.systems().contains(target.platform().os()) && libc(target, platform)) {
        target.binary().libraries().ifPresent(libraries::addAll);
      }
    }
    return libraries;
  }
}
