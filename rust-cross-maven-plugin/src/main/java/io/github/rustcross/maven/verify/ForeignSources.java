package io.github.rustcross.maven.verify;

import io.github.rustcross.maven.rust.CargoPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of foreign code in the folders of packages, each folder looked through once for all
 * targets. What cannot be read is left out.
 */
public final class ForeignSources {
  private static final Pattern SOURCE =
      Pattern.compile("(.+)\\.(?:c|cc|cpp|cxx|c\\+\\+|m|mm|s|S|asm)");

  /** Folders that are large, and not the package's own. */
  private static final Set<String> OF_TOOLS = Set.of("target", "node_modules");

  private final Map<Path, Map<String, Map<Path, FileTime>>> packages = new ConcurrentHashMap<>();

  /** None looked for yet. */
  public ForeignSources() {}

  /** When each was changed, by the name without suffix. */
  Map<String, Map<Path, FileTime>> of(CargoPackage owner) throws IOException {
    try {
      return packages.computeIfAbsent(owner.manifest().getParent(), ForeignSources::in);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Map<String, Map<Path, FileTime>> in(Path root) {
    Map<String, Map<Path, FileTime>> found = new HashMap<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
              boolean foreign = name.startsWith(".") || OF_TOOLS.contains(name);
              return foreign && !folder.equals(root)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              Matcher name = SOURCE.matcher(file.getFileName().toString());
              if (name.matches()) {
                found
                    .computeIfAbsent(name.group(1), stem -> new TreeMap<>())
                    .put(file, attributes.lastModifiedTime());
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
