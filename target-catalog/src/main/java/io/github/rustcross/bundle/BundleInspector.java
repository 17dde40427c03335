package io.github.rustcross.bundle;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inspects any file: a binary by itself, or every binary in a jar, in jars within it too. What a
 * file is, is told by its first bytes and never by its name. Nothing is unpacked to a path that the
 * file names, and nothing that the file says of sizes is believed; what is damaged is a finding of
 * the result.
 */
public final class BundleInspector {
  private static final int ZIP_HEADER_BYTES = 4;
  private static final String CLASS = ".class";

  private BundleInspector() {}

  /**
   * Inspects a file within {@link BundleLimits#of the usual limits}.
   *
   * @param file a regular file of any size and content
   * @param catalog the knowledge of targets, of places and of what tells platforms
   * @return what is in it
   * @throws IOException if the file is missing, is not a regular file or cannot be read, or no
   *     temporary file can be written
   */
  public static Bundle inspect(Path file, TargetCatalog catalog) throws IOException {
    return inspect(file, catalog, BundleLimits.of(regular(file)));
  }

  /**
   * Inspects the files of a folder as if they were in a jar, such as a project's classes before
   * they are packed. Archives in it are not looked into, class files are left out.
   *
   * @param folder a folder; paths are told as they are in it, with forward slashes
   * @param catalog the knowledge of targets, of places and of what tells platforms
   * @return what is in it, with an empty name
   * @throws IOException if the folder or a file in it cannot be read
   */
  public static Bundle inspectFolder(Path folder, TargetCatalog catalog) throws IOException {
    EntryInspector inspector = new EntryInspector(catalog, "");
    List<BundleEntry> entries = new ArrayList<>();
    List<BundleCheck> damage = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String inside = DisplayName.of(folder.relativize(file).toString().replace('\\', '/'));
      if (inside.endsWith(CLASS)) {
        continue;
      }
      byte[] start;
      try (InputStream in = Files.newInputStream(file)) {
        start = in.readNBytes(BinaryInspector.CLAIM_BYTES);
      }
      Optional<BinaryFormat> claimed = BinaryInspector.claimed(start);
      if (claimed.isEmpty()) {
        inspector
            .impostor(inside, start)
            .ifPresent(check -> damage.add(new BundleCheck(inside, check)));
        continue;
      }
      try (ByteSource source = ByteSource.open(file)) {
        if (!EntryInspector.isDebugSymbols(source, claimed.get())) {
          entries.add(inspector.inspect(inside, inside, source, Optional.empty()));
        }
      }
    }
    return new Bundle("", false, entries, damage);
  }

  /**
   * Inspects a file.
   *
   * @param file a regular file of any size and content
   * @param catalog the knowledge of targets, of places and of what tells platforms
   * @param limits what is not gone beyond
   * @return what is in it
   * @throws IOException if the file is missing, is not a regular file or cannot be read, or no
   *     temporary file can be written
   */
  public static Bundle inspect(Path file, TargetCatalog catalog, BundleLimits limits)
      throws IOException {
    regular(file);
    Path fileName = file.getFileName();
    String name = DisplayName.of(fileName == null ? file.toString() : fileName.toString());
    EntryInspector inspector = new EntryInspector(catalog, name);
    if (isZip(file)) {
      return new ZipWalk(name, inspector, limits).walk(file);
    }
    try (ByteSource source = ByteSource.open(file)) {
      BundleEntry entry = inspector.inspect(name, "", source, Optional.empty());
      return new Bundle(name, false, List.of(entry), List.of());
    }
  }

  private static long regular(Path file) throws IOException {
    // Opening a named pipe would wait for its writer.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(file + " is not a regular file");
    }
    return Files.size(file);
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return ZipWalk.isZip(stream.readNBytes(ZIP_HEADER_BYTES));
    }
  }
}
