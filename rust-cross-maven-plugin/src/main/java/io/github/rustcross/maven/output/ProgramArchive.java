package io.github.rustcross.maven.output;

import io.github.rustcross.catalog.ArchiveFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Writes an archive with the programs of one platform and the crate's licence and readme files, all
 * in one folder. Entries are sorted, belong to nobody and have one time, so that the same files
 * give the same archive.
 */
public final class ProgramArchive {
  private static final int PROGRAM = 0755;
  private static final int DOCUMENT = 0644;

  private final Map<String, Path> files = new TreeMap<>();
  private final Map<String, Integer> modes = new TreeMap<>();
  private final long seconds;

  private ProgramArchive(Optional<Long> epoch) {
    this.seconds = Math.max(epoch.orElse(0L), NativeJar.EARLIEST.toEpochSecond(ZoneOffset.UTC));
  }

  /**
   * Writes the archive, all at once.
   *
   * @param folder the name of the folder inside it
   * @param programs the finished files, and with them the documents
   * @param epoch seconds since 1970 that its entries have; empty for the earliest time there is
   */
  public static void write(
      Path archive,
      ArchiveFormat format,
      String folder,
      List<FinishedArtifact> programs,
      Optional<Long> epoch)
      throws IOException {
    ProgramArchive content = new ProgramArchive(epoch);
    for (FinishedArtifact program : programs) {
      content.add(folder + "/" + program.expected().file(), program.path(), PROGRAM);
    }
    for (FinishedArtifact program : programs) {
      for (Path document : program.expected().documents()) {
        content.document(folder, document);
      }
    }
    Path partial = archive.resolveSibling("." + archive.getFileName());
    try {
      try (OutputStream out = Files.newOutputStream(partial)) {
        switch (format) {
          case TAR_GZ -> content.tar(out);
          case ZIP -> content.zip(out);
        }
      }
      Files.move(partial, archive, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /**
   * Packages of a workspace may each have a readme of their own. A folder for each would not do: a
   * program may have the package's name.
   */
  private void document(String folder, Path document) throws IOException {
    String file = document.getFileName().toString();
    int dot = file.lastIndexOf('.');
    String stem = dot < 0 ? file : file.substring(0, dot);
    String extension = dot < 0 ? "" : file.substring(dot);
    String owner = stem + "-" + document.toAbsolutePath().getParent().getFileName();
    String name = file;
    for (int count = 1; isOther(folder + "/" + name, document); count++) {
      name = owner + (count == 1 ? "" : "-" + count) + extension;
    }
    add(folder + "/" + name, document, DOCUMENT);
  }

  private boolean isOther(String name, Path document) throws IOException {
    return files.containsKey(name) && Files.mismatch(files.get(name), document) >= 0;
  }

  private void add(String name, Path file, int mode) {
    files.put(name, file);
    modes.put(name, mode);
  }

  private void tar(OutputStream out) throws IOException {
    GzipParameters parameters = new GzipParameters();
    parameters.setModificationTime(0);
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(out, parameters))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      for (Map.Entry<String, Path> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(Files.size(file.getValue()));
        entry.setMode(modes.get(file.getKey()));
        entry.setModTime(new Date(seconds * 1000));
        tar.putArchiveEntry(entry);
        Files.copy(file.getValue(), tar);
        tar.closeArchiveEntry();
      }
    }
  }

  private void zip(OutputStream out) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (Map.Entry<String, Path> file : files.entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
        entry.setUnixMode(modes.get(file.getKey()));
        entry.setTimeLocal(LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
        zip.putArchiveEntry(entry);
        Files.copy(file.getValue(), zip);
        zip.closeArchiveEntry();
      }
    }
  }
}
