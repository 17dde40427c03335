package io.github.rustcross.bundle;

import io.github.rustcross.catalog.PlatformSign;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.ElfDetails;
import io.github.rustcross.inspect.ElfVersionNeeded;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MachOPlatform;
import io.github.rustcross.inspect.MachOPurpose;
import io.github.rustcross.verify.NamePattern;
import java.util.List;
import java.util.Optional;

/** Tells a binary's platform by the catalog's signs. */
final class PlatformFinder {
  private final List<PlatformSign> signs;

  PlatformFinder(List<PlatformSign> signs) {
    this.signs = signs;
  }

  /** The platform of a binary; the members of an archive are not linked and tell little. */
  BinaryPlatform find(Inspection inspection, Optional<ElfDetails> elf, MachOPurpose purpose) {
    List<String> architectures =
        inspection.slices().isEmpty()
            ? List.of(inspection.architecture())
            : inspection.slices().stream().map(Inspection::architecture).distinct().toList();
    String format = format(inspection);
    List<PlatformSign> ofFormat =
        signs.stream().filter(sign -> sign.format().equals(format)).toList();
    Optional<PlatformSign> found =
        inspection.format() == BinaryFormat.ARCHIVE
            ? Optional.empty()
            : ofFormat.stream().filter(sign -> fits(sign, inspection, elf, purpose)).findFirst();
    return found
        .map(sign -> new BinaryPlatform(List.of(sign.system()), architectures, sign.libc()))
        .orElseGet(
            () ->
                new BinaryPlatform(
                    ofFormat.stream().map(PlatformSign::system).distinct().toList(),
                    architectures,
                    Optional.empty()));
  }

  /** The format of what is in it, where it is an archive. */
  static String format(Inspection inspection) {
    return inspection.format() == BinaryFormat.ARCHIVE && !inspection.slices().isEmpty()
        ? inspection.slices().get(0).format().id()
        : inspection.format().id();
  }

  private static boolean fits(
      PlatformSign sign, Inspection inspection, Optional<ElfDetails> elf, MachOPurpose purpose) {
    return sign.isUnconditional()
        || inspection.needed().stream().anyMatch(name -> any(sign.libraries(), name))
        || inspection.interpreter().filter(path -> any(sign.loaders(), path)).isPresent()
        || elf.filter(known -> fits(sign, known)).isPresent()
        || purpose.platforms().stream()
            .map(MachOPlatform::name)
            .anyMatch(sign.platforms()::contains);
  }

  private static boolean fits(PlatformSign sign, ElfDetails elf) {
    return sign.osAbi().contains(elf.identity().osAbi())
        || elf.symbols().versions().stream()
            .map(ElfVersionNeeded::name)
            .anyMatch(name -> any(sign.versions(), name));
  }

  private static boolean any(List<String> patterns, String name) {
    return NamePattern.any(patterns, name, true);
  }
}
