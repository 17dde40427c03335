package io.github.rustcross.maven.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A folder that packages are unpacked into as if it were the root folder: what is absolute in them
 * stays inside it, and so does what is reached through links.
 */
final class RootFolder {
  private final Path root;

  /**
   * A folder.
   *
   * @param folder exists
   */
  RootFolder(Path folder) throws IOException {
    this.root = folder.toRealPath();
  }

  /**
   * Unpacks.
   *
   * @param stream a tar archive
   * @param archive its name, for messages
   * @throws IOException if an entry would lie outside of the folder, or is neither file nor folder
   *     nor link
   */
  void unpack(InputStream stream, Path archive) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(stream);
    TarArchiveEntry entry;
    while ((entry = tar.getNextEntry()) != null) {
      Path target = place(entry.getName());
      if (entry.isDirectory()) {
        if (!Files.isDirectory(target)) {
          Files.createDirectory(target);
        }
      } else if (entry.isSymbolicLink()) {
        Files.deleteIfExists(target);
        Files.createSymbolicLink(target, linked(target, entry.getLinkName()));
      } else if (entry.isLink()) {
        Files.deleteIfExists(target);
        Files.createLink(target, place(entry.getLinkName()));
      } else if (entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice()) {
        throw new IOException(
            "neither file nor folder nor link in %s: %s".formatted(archive, entry.getName()));
      } else {
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        Archives.keepExecutable(target, entry.getMode());
      }
    }
  }

  /** The entry's place; folders on the way are made, links on the way are followed. */
  private Path place(String name) throws IOException {
    Path path = relative(name);
    if (path.startsWith("..")) {
      throw outside(name);
    }
    Path folder = root;
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      Path next = folder.resolve(path.getName(i));
      if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(next);
      }
      folder = next.toRealPath();
      if (!folder.startsWith(root)) {
        throw outside(name);
      }
    }
    return folder.resolve(path.getFileName());
  }

  private static Path relative(String name) throws IOException {
    try {
      return Path.of(name.replaceFirst("^/+", "")).normalize();
    } catch (InvalidPathException e) {
      throw new IOException("not a path on this system: " + name, e);
    }
  }

  /**
   * Removes links that lead nowhere, as into packages that were not asked for: whoever looks for a
   * file by its name must not find them.
   */
  void dropDanglingLinks() throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isSymbolicLink() && !Files.exists(file)) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static IOException outside(String name) {
    return new IOException("entry outside of the archive's folder: " + name);
  }

  /** A link's text: relative, so that the folder can be moved. */
  private Path linked(Path link, String text) throws IOException {
    Path target =
        text.startsWith("/") ? root.resolve(relative(text)) : link.getParent().resolve(text);
    Path inside = target.normalize();
    if (!inside.startsWith(root)) {
      throw outside(text);
    }
    return link.getParent().relativize(inside);
  }
}
