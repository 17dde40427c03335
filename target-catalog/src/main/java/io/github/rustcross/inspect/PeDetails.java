package io.github.rustcross.inspect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a PE image says of itself beyond its {@link Inspection} (Microsoft, "PE Format").
 *
 * @param machine {@code Machine}, e.g. 0x8664
 * @param characteristics the COFF header's {@code Characteristics}
 * @param library whether these have {@code IMAGE_FILE_DLL}
 * @param subsystem {@code Subsystem}: 2 is windows with a user interface, 3 is console, 10 to 13
 *     are EFI
 * @param operatingSystem the lowest version of the operating system
 * @param subsystemVersion the lowest version of the subsystem, which is what Windows looks at
 * @param hardening {@code DllCharacteristics}
 * @param imports the imported DLLs, in the file's order, and then those that are loaded late
 * @param exportName the name that the export directory has for the file
 * @param exports the exports: those with names in the order of the names, then those without
 * @param sections the names of the sections, in the file's order
 * @param threadStorage whether there is a TLS directory
 * @param certificates whether there is a certificate table: the file is signed
 * @param debugFile the file with debug information ({@code RSDS} record), as the linker knew it
 * @param debugInfo whether there is a {@code .debug_info} section, as GNU tools write
 * @param regions the sections
 */
public record PeDetails(
    int machine,
    int characteristics,
    boolean library,
    int subsystem,
    BinaryVersion operatingSystem,
    BinaryVersion subsystemVersion,
    PeHardening hardening,
    List<PeImport> imports,
    Optional<String> exportName,
    List<PeExport> exports,
    List<String> sections,
    boolean threadStorage,
    boolean certificates,
    Optional<String> debugFile,
    boolean debugInfo,
    List<FileRegion> regions)
    implements BinaryDetails {

  /** Copies the lists. */
  public PeDetails {
    Objects.requireNonNull(operatingSystem, "operatingSystem");
    Objects.requireNonNull(subsystemVersion, "subsystemVersion");
    Objects.requireNonNull(hardening, "hardening");
    imports = List.copyOf(imports);
    Objects.requireNonNull(exportName, "exportName");
    exports = List.copyOf(exports);
    sections = List.copyOf(sections);
    Objects.requireNonNull(debugFile, "debugFile");
    regions = List.copyOf(regions);
  }
}
