package io.github.rustcross.maven.tool;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks archives; an entry that would lie outside the folder stops it. */
final class Archives {
  private static final int OWNER_EXECUTES = 0100;

  private Archives() {}

  static void unpack(Path archive, Path folder) throws IOException {
    String name = archive.getFileName().toString();
    if (name.endsWith(".whl") || name.endsWith(".zip")) {
      unzip(archive, folder);
    } else if (name.endsWith(".tar.xz")) {
      untar(archive, folder);
    } else {
      throw new IOException(name + " is neither a zip nor a tar.xz archive");
    }
  }

  private static void unzip(Path archive, Path folder) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          if (entry.isUnixSymlink()) {
            throw new IOException("symbolic link in " + archive + ": " + entry.getName());
          }
          write(folder, entry.getName(), entry.isDirectory(), entry.getUnixMode(), content);
        }
      }
    }
  }

  private static void untar(Path archive, Path folder) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        if (isSpecial(entry)) {
          throw new IOException("neither file nor folder in " + archive + ": " + entry.getName());
        }
        write(folder, entry.getName(), entry.isDirectory(), entry.getMode(), tar);
      }
    }
  }

  private static boolean isSpecial(TarArchiveEntry entry) {
    return entry.isSymbolicLink()
        || entry.isLink()
        || entry.isFIFO()
        || entry.isBlockDevice()
        || entry.isCharacterDevice();
  }

  private static void write(
      Path folder, String name, boolean directory, int mode, InputStream content)
      throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Path target = root.resolve(name).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("entry outside of the archive's folder: " + name);
    }
    if (directory) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.copy(content, target);
    keepExecutable(target, mode);
  }

  /** Makes a file executable where its mode in the archive says so. */
  static void keepExecutable(Path file, int mode) throws IOException {
    if ((mode & OWNER_EXECUTES) != 0) {
      makeExecutable(file);
    }
  }

  static void makeExecutable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true, false)) {
      throw new IOException(file + " cannot be made executable");
    }
  }
}
