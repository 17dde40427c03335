package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.ControlReader;
import io.github.rustcross.maven.debian.ResolvedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A sysroot that is here.
 *
 * @param root the folder that is the root of the target's system
 * @param packages what is in it, by name; none for the machine's own packages
 * @param source where the packages came from, in words
 * @param made when it was made
 * @param files how many files, links and folders are in it
 */
public record SysrootRecord(
    Path root, List<ResolvedPackage> packages, String source, Instant made, long files) {
  private static final Set<String> FIELDS =
      Set.of(
          "Source",
          "Made",
          "Files",
          "Package",
          "Version",
          "Architecture",
          "Filename",
          "Size",
          "SHA256");

  /** Copies the list. */
  public SysrootRecord {
    packages = List.copyOf(packages);
  }

  /** Whether there is as much in the folder as there was when it was made. */
  boolean isWhole() throws IOException {
    return Files.isDirectory(root) && count(root) == files;
  }

  /** How many files, links and folders are in a folder. */
  static long count(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.count();
    }
  }

  /** The record as it is written: a paragraph on the whole, and one for each package. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("Source: ").append(source).append("\nMade: ").append(made);
    text.append("\nFiles: ").append(files).append('\n');
    for (ResolvedPackage each : packages) {
      text.append(
          "\nPackage: %s\nVersion: %s\nArchitecture: %s\nFilename: %s\nSize: %d\nSHA256: %s\n"
              .formatted(
                  each.name(),
                  each.version(),
                  each.architecture(),
                  each.file(),
                  each.size(),
                  each.sha256()));
    }
    return text.toString();
  }

  /** Reads what {@link #text} wrote; empty where it is something else. */
  static Optional<SysrootRecord> parse(String text, Path root) throws IOException {
    ControlReader reader = ControlReader.of(text, FIELDS);
    Optional<Map<String, String>> whole = reader.next();
    if (whole.isEmpty() || !whole.get().keySet().equals(Set.of("Source", "Made", "Files"))) {
      return Optional.empty();
    }
    List<ResolvedPackage> packages = new ArrayList<>();
    try {
      for (Optional<Map<String, String>> fields = reader.next();
          fields.isPresent();
          fields = reader.next()) {
        packages.add(
            new ResolvedPackage(
                fields.get().get("Package"),
                fields.get().get("Version"),
                fields.get().get("Architecture"),
                fields.get().get("Filename"),
                Long.parseLong(fields.get().get("Size")),
                fields.get().get("SHA256")));
      }
      return Optional.of(
          new SysrootRecord(
              root,
              packages,
              whole.get().get("Source"),
              Instant.parse(whole.get().get("Made")),
              Long.parseLong(whole.get().get("Files"))));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
