package io.github.rustcross.maven.tool;

import io.github.rustcross.maven.debian.MalformedArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A folder that packages are unpacked into as if it were the root folder: what is absolute in them
 * stays inside it, and so does what is reached through links. Several threads may unpack into it at
 * once; of two packages that have the same file, that counts whose name comes later.
 */
public final class RootFolder {
  /** What links into /usr on systems of today (Debian's "UsrMerge"). */
  private static final Pattern MERGED = Pattern.compile("bin|sbin|lib|lib32|lib64|libx32|libo32");

  private static final int ENTRIES = 500_000;

  /** So many that packages that are unpacked side by side seldom wait for each other. */
  private static final int LOCKS = 64;

  private final Path root;
  private final boolean merged;
  private final Map<Path, Path> folders = new ConcurrentHashMap<>();
  private final Map<Path, String> owners = new ConcurrentHashMap<>();
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

  private RootFolder(Path folder, boolean merged) throws IOException {
    this.root = folder.toRealPath();
    this.merged = merged;
  }

  /**
   * A folder.
   *
   * @param folder exists
   */
  RootFolder(Path folder) throws IOException {
    this(folder, false);
  }

  /**
   * A folder in which {@code lib} and its kin are links into {@code usr}, as on the systems that
   * the packages are made for; {@link #finish} makes the links.
   *
   * @param folder exists
   */
  public static RootFolder merged(Path folder) throws IOException {
    return new RootFolder(folder, true);
  }

  /**
   * Unpacks.
   *
   * @param stream a tar archive
   * @param archive its name, for messages
   * @param wanted by the path inside of the folder; what is not wanted is passed over
   * @throws MalformedArchiveException if an entry would lie outside of the folder, or is neither
   *     file nor folder nor link; in a merged folder also if its name is absolute
   */
  public void unpack(InputStream stream, String archive, Predicate<Path> wanted)
      throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(stream);
    int entries = 0;
    TarArchiveEntry entry;
    while ((entry = tar.getNextEntry()) != null) {
      if (++entries > ENTRIES) {
        throw new MalformedArchiveException(
            "%s has more than %d files".formatted(archive, ENTRIES));
      }
      Path path = inside(entry.getName());
      if (merged && entry.getName().startsWith("/")) {
        throw new MalformedArchiveException(
            "absolute name in %s: %s".formatted(archive, entry.getName()));
      }
      if (entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice()) {
        throw new MalformedArchiveException(
            "neither file nor folder nor link in %s: %s".formatted(archive, entry.getName()));
      }
      if (!path.toString().isEmpty() && wanted.test(path)) {
        unpack(tar, entry, path, archive);
      }
    }
  }

  private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path, String archive)
      throws IOException {
    if (entry.isDirectory()) {
      folder(mergedInto(path), entry.getName());
      return;
    }
    if (merged && path.getNameCount() == 1 && isMerged(path)) {
      // Packages of merged systems bring along the link that is made here anyway.
      return;
    }
    Path target = place(path, entry.getName());
    // Another package may have it too, and be unpacked at this moment.
    synchronized (locks[Math.floorMod(target.hashCode(), locks.length)]) {
      if (owners.merge(target, archive, RootFolder::later).equals(archive)) {
        Files.deleteIfExists(target);
        write(tar, entry, path, target);
      }
    }
  }

  private static String later(String one, String two) {
    return one.compareTo(two) >= 0 ? one : two;
  }

  private void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path, Path target)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, linked(path, target, entry.getLinkName()));
    } else if (entry.isLink()) {
      hardLink(target, place(inside(entry.getLinkName()), entry.getLinkName()), entry);
    } else {
      Files.copy(tar, target);
      Archives.keepExecutable(target, entry.getMode());
    }
  }

  /** A second name of a link would lead elsewhere from its own place. */
  private static void hardLink(Path target, Path existing, TarArchiveEntry entry)
      throws IOException {
    if (Files.isSymbolicLink(existing)) {
      Path leads = existing.getParent().resolve(Files.readSymbolicLink(existing)).normalize();
      Files.createSymbolicLink(target, target.getParent().relativize(leads));
    } else if (Files.isRegularFile(existing)) {
      Files.createLink(target, existing);
    } else {
      throw new MalformedArchiveException(
          "%s is a link to %s, which is not there".formatted(entry.getName(), entry.getLinkName()));
    }
  }

  /** The path of an entry, seen from the folder. */
  private static Path inside(String name) throws IOException {
    Path path;
    try {
      path = Path.of(name.replaceFirst("^/+", "")).normalize();
    } catch (InvalidPathException e) {
      throw new MalformedArchiveException("not a path on this system: " + name, e);
    }
    if (path.startsWith("..")) {
      throw outside(name);
    }
    return path;
  }

  private boolean isMerged(Path path) {
    return MERGED.matcher(path.getName(0).toString()).matches();
  }

  private Path mergedInto(Path path) {
    return merged && isMerged(path) ? Path.of("usr").resolve(path) : path;
  }

  /** The entry's place; folders on the way are made, links on the way are followed. */
  private Path place(Path path, String name) throws IOException {
    Path whole = mergedInto(path);
    Path parent = whole.getParent();
    Path folder = parent == null ? root : folder(parent, name);
    return folder.resolve(whole.getFileName());
  }

  private Path folder(Path path, String name) throws IOException {
    Path known = folders.get(path);
    if (known != null) {
      return known;
    }
    Path parent = path.getParent() == null ? root : folder(path.getParent(), name);
    Path next = parent.resolve(path.getFileName());
    if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createDirectory(next);
      } catch (FileAlreadyExistsException e) {
        // Another package has it too.
      }
    }
    Path real = next.toRealPath();
    if (!real.startsWith(root)) {
      throw outside(name);
    }
    if (!Files.isDirectory(real)) {
      throw new MalformedArchiveException(
          "%s lies in %s, which is no folder".formatted(name, root.relativize(next)));
    }
    folders.put(path, real);
    return real;
  }

  /** Makes the links into {@code usr}, and removes links that lead nowhere. */
  public void finish() throws IOException {
    for (String name : new String[] {"bin", "sbin", "lib", "lib32", "lib64", "libx32", "libo32"}) {
      if (merged && Files.isDirectory(root.resolve("usr").resolve(name))) {
        Files.createSymbolicLink(root.resolve(name), Path.of("usr", name));
      }
    }
    dropDanglingLinks();
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

  private static MalformedArchiveException outside(String name) {
    return new MalformedArchiveException("entry outside of the archive's folder: " + name);
  }

  /** A link's text: relative, so that the folder can be moved. */
  private Path linked(Path path, Path link, String text) throws IOException {
    Path target;
    if (text.startsWith("/")) {
      target = root.resolve(inside(text));
    } else if (merged && isMerged(path)) {
      // Written for the place where it is in the package, not for the one behind the link.
      target = root.resolve(path).getParent().resolve(text);
    } else {
      target = link.getParent().resolve(text);
    }
    Path inside = target.normalize();
    if (!inside.startsWith(root)) {
      throw outside(text);
    }
    return link.getParent().relativize(root.resolve(mergedInto(root.relativize(inside))));
  }
}
