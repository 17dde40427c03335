package io.github.rustcross.maven.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Writes a jar with the files of one platform, each at its place. Entries are sorted and have one
 * time, so that the same libraries give the same jar.
 */
public final class NativeJar {
  /** The earliest time that a zip can express (APPNOTE.TXT 4.4.6, MS-DOS date and time). */
  static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

  private NativeJar() {}

  /**
   * Writes the jar, all at once.
   *
   * @param attributes further attributes of its manifest, which has digest and size of each library
   *     in a section for its entry too
   * @param epoch seconds since 1970 that its entries have; empty for the earliest time there is
   */
  public static void write(
      Path jar,
      List<FinishedArtifact> libraries,
      Map<String, String> attributes,
      Optional<Long> epoch)
      throws IOException {
    LocalDateTime time =
        epoch
            .map(seconds -> LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC))
            .filter(EARLIEST::isBefore)
            .orElse(EARLIEST);
    List<FinishedArtifact> sorted =
        libraries.stream()
            .sorted(Comparator.comparing(library -> library.expected().entry()))
            .toList();
    Path partial = jar.resolveSibling("." + jar.getFileName());
    try {
      try (OutputStream file = Files.newOutputStream(partial);
          JarOutputStream out = new JarOutputStream(file)) {
        entry(out, JarFile.MANIFEST_NAME, time);
        manifest(attributes, sorted).write(out);
        out.closeEntry();
        for (FinishedArtifact library : sorted) {
          entry(out, library.expected().entry(), time);
          Files.copy(library.path(), out);
          out.closeEntry();
        }
      }
      Files.move(partial, jar, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void entry(JarOutputStream out, String name, LocalDateTime time)
      throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(time);
    out.putNextEntry(entry);
  }

  private static Manifest manifest(
      Map<String, String> attributes, List<FinishedArtifact> libraries) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    new TreeMap<>(attributes)
        .forEach((name, value) -> put(manifest.getMainAttributes(), name, value));
    for (FinishedArtifact library : libraries) {
      Attributes section = new Attributes();
      put(section, "Rust-Sha256", library.sha256());
      put(section, "Rust-Size", Long.toString(library.size()));
      manifest.getEntries().put(library.expected().entry(), section);
    }
    return manifest;
  }

  /** A line end in a value would begin another attribute. */
  private static void put(Attributes section, String name, String value) {
    section.putValue(name, value.replaceAll("\\p{Cntrl}", " "));
  }
}
