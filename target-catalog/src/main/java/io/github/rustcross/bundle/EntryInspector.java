package io.github.rustcross.bundle;

import io.github.rustcross.catalog.PlaceWords;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.ByteSource;
import io.github.rustcross.inspect.ElfDetails;
import io.github.rustcross.inspect.ElfStack;
import io.github.rustcross.inspect.ElfVersionNeeded;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MachOPurpose;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.GlibcNeed;
import io.github.rustcross.verify.NamePattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes an entry of a binary and its path. */
final class EntryInspector {
  /** The last part of a name, where it can only be one and no version. */
  private static final Pattern SUFFIX = Pattern.compile("\\.\\p{IsAlphabetic}+$");

  private static final String GLIBC_VERSION = "GLIBC_";

  private final PlaceWords words;
  private final PlaceFinder places;
  private final PlatformFinder platforms;
  private final TargetFit targets;
  private final String around;

  /**
   * Prepares the catalog's knowledge.
   *
   * @param around the name of the outermost file
   */
  EntryInspector(TargetCatalog catalog, String around) {
    this.words = catalog.places();
    this.places = new PlaceFinder(words);
    this.platforms = new PlatformFinder(catalog.signs());
    this.targets = new TargetFit(catalog);
    this.around = around;
  }

  /**
   * Inspects a binary, damaged or not.
   *
   * @param path as it is to be told
   * @param inside the path in the outermost file; empty text for a file by itself
   * @param source its bytes
   * @param damage what the archive has to say of it
   */
  BundleEntry inspect(String path, String inside, ByteSource source, Optional<Check> damage)
      throws IOException {
    Place place = inside.isEmpty() ? places.find(path, "") : places.find(inside, around);
    List<Check> checks = new ArrayList<>();
    damage.ifPresent(checks::add);
    try {
      Inspection inspection = BinaryInspector.inspect(source);
      Optional<ElfDetails> elf = elf(inspection, source);
      MachOPurpose purpose = purpose(inspection, source);
      BinaryPlatform platform = platforms.find(inspection, elf, purpose);
      checks.add(place(place, inspection, platform));
      suffix(path, inspection, platform).ifPresent(checks::add);
      elf.ifPresent(known -> matters(known, inspection.kind(), checks));
      List<ElfVersionNeeded> glibc = elf.map(EntryInspector::glibc).orElse(List.of());
      return new BundleEntry(
          path,
          source.size(),
          Optional.of(inspection),
          platform,
          targets.targets(inspection, elf, platform),
          place,
          foreign(inspection, platform),
          GlibcNeed.of(inspection.glibc(), glibc, targets.markers(platform)),
          glibc,
          checks);
    } catch (MalformedBinaryException e) {
      checks.add(Check.malformed(DisplayName.of(e.getMessage())));
      return new BundleEntry(
          path,
          source.size(),
          Optional.empty(),
          BinaryPlatform.UNKNOWN,
          List.of(),
          place,
          List.of(),
          Optional.empty(),
          List.of(),
          checks);
    }
  }

  /** Whether it is what a debugger reads and nothing loads, for which a jar is no wrong place. */
  static boolean isDebugSymbols(ByteSource source, BinaryFormat claimed) throws IOException {
    try {
      return claimed == BinaryFormat.MACH_O && BinaryInspector.purpose(source).debugSymbols();
    } catch (MalformedBinaryException e) {
      // It is told when the file is inspected.
      return false;
    }
  }

  /**
   * A file that has a library's name and is nothing of the kind: empty, or text such as a pointer
   * of Git LFS or a page of a server that could not find the library. Libraries of systems that are
   * not known are let be.
   *
   * @param inside the path in the outermost file
   * @param start its first bytes
   */
  Optional<Check> impostor(String inside, byte[] start) {
    boolean library = ending(inside).filter(this::isLibrary).isPresent();
    for (byte at : start) {
      library &= at >= ' ' && at <= '~' || at == '\n' || at == '\r' || at == '\t';
    }
    return library
        ? Optional.of(
            Check.malformed(
                start.length == 0
                    ? "is empty"
                    : "is no library but text that begins with \"%s\""
                        .formatted(
                            new String(start, StandardCharsets.US_ASCII)
                                .lines()
                                .map(String::strip)
                                .findFirst()
                                .orElse(""))))
        : Optional.empty();
  }

  /** Details cost more than all the rest; only of ELF files they tell what nothing else does. */
  private static Optional<ElfDetails> elf(Inspection inspection, ByteSource source)
      throws IOException, MalformedBinaryException {
    return inspection.format() == BinaryFormat.ELF
        ? Optional.of((ElfDetails) BinaryInspector.details(source))
        : Optional.empty();
  }

  private static MachOPurpose purpose(Inspection inspection, ByteSource source)
      throws IOException, MalformedBinaryException {
    return inspection.format() == BinaryFormat.MACH_O
        ? BinaryInspector.purpose(source)
        : new MachOPurpose(List.of(), false);
  }

  private static Check place(Place place, Inspection inspection, BinaryPlatform platform) {
    if (place.isSilent()) {
      return Check.reported(Rule.PLACE, "", place.text());
    }
    return Check.compared(
        Rule.PLACE,
        "",
        platform.text(),
        place.text(),
        PlaceFinder.fits(place, inspection, platform),
        Map.of());
  }

  /** A name that no system's libraries have: a typing error, and nobody finds the file. */
  private Optional<Check> suffix(String path, Inspection inspection, BinaryPlatform platform) {
    Optional<String> ending = ending(path);
    // Some take their libraries out of the jar under one name on all systems.
    if (inspection.kind() != FileKind.SHARED_LIBRARY
        || ending.filter(this::isLibrary).isPresent()) {
      return Optional.empty();
    }
    String usual =
        platform.systems().stream()
            .flatMap(system -> words.suffixes().getOrDefault(system, List.of()).stream())
            .distinct()
            .collect(Collectors.joining(" or "));
    return ending
        .filter(any -> !usual.isEmpty())
        .map(any -> Check.compared(Rule.PLACE, "file name", any, usual, false, Map.of()));
  }

  /** What a file's name ends in, with its dot. */
  private static Optional<String> ending(String path) {
    Matcher ending = SUFFIX.matcher(path.substring(path.lastIndexOf('/') + 1));
    return ending.find() ? Optional.of(ending.group()) : Optional.empty();
  }

  /** Whether libraries of some system have that ending. */
  private boolean isLibrary(String ending) {
    String lower = ending.toLowerCase(Locale.ROOT);
    return words.suffixes().values().stream().anyMatch(all -> all.contains(lower));
  }

  private static void matters(ElfDetails elf, FileKind kind, List<Check> checks) {
    if (kind == FileKind.SHARED_LIBRARY && elf.threadStorage().fixed()) {
      long size = elf.threadStorage().size().orElse(0);
      checks.add(Check.reported(Rule.STATIC_TLS, "", "static TLS of %d bytes".formatted(size)));
    }
    if (elf.hardening().stack() == ElfStack.EXECUTABLE) {
      checks.add(Check.reported(Rule.STACK, "", "executable stack"));
    }
    if (elf.hardening().textRelocations()) {
      checks.add(Check.reported(Rule.TEXT_RELOCATION, "", "text relocations"));
    }
  }

  private static List<ElfVersionNeeded> glibc(ElfDetails elf) {
    return elf.symbols().versions().stream()
        .filter(need -> need.name().startsWith(GLIBC_VERSION))
        .toList();
  }

  private List<String> foreign(Inspection inspection, BinaryPlatform platform) {
    Set<String> known = platform.system().isPresent() ? targets.libraries(platform) : Set.of();
    boolean sameCase = inspection.format() != BinaryFormat.PE;
    return known.isEmpty()
        ? List.of()
        : inspection.needed().stream()
            .filter(name -> !NamePattern.any(known, name, sameCase))
            .map(DisplayName::of)
            .toList();
  }
}
