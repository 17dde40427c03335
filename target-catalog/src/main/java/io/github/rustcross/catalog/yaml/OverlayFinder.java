package io.github.rustcross.catalog.yaml;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Finds the overlays that an overlay names: files seen from its own folder, and resources. */
final class OverlayFinder {
  private OverlayFinder() {}

  /**
   * Where an overlay is.
   *
   * @param from the overlay that names it
   * @throws IOException with the reason why the word can lead nowhere
   */
  static CatalogPlace place(CatalogSource from, String word) throws IOException {
    if (word.startsWith(CatalogSource.CLASSPATH)) {
      ClassLoader loader =
          from.place() instanceof CatalogPlace.InResource resource
              ? resource.loader()
              : OverlayFinder.class.getClassLoader();
      String path = word.substring(CatalogSource.CLASSPATH.length());
      return resource("", path.startsWith("/") ? path.substring(1) : path, loader);
    }
    if (from.place() instanceof CatalogPlace.InResource resource) {
      return resource(resource.path(), word, resource.loader());
    }
    Path path = path(word);
    if (from.place() instanceof CatalogPlace.InFile file) {
      return new CatalogPlace.InFile(file.file().resolveSibling(path).normalize());
    }
    if (path.isAbsolute()) {
      return new CatalogPlace.InFile(path.normalize());
    }
    throw new FileNotFoundException(
        "'%s' would be beside %s, which lies in no folder; only %s… can be found from there"
            .formatted(word, from.name(), CatalogSource.CLASSPATH));
  }

  /**
   * Reads an overlay.
   *
   * @param from the overlay that names it
   * @throws IOException with what a user is told
   */
  static CatalogSource read(CatalogSource from, String word, CatalogPlace place)
      throws IOException {
    if (place instanceof CatalogPlace.InResource resource) {
      return resource(resource);
    }
    Path file = ((CatalogPlace.InFile) place).file();
    // Named as its own overlay is named: a path that the user gave stays relative.
    String name =
        from.place() instanceof CatalogPlace.InFile
            ? Path.of(from.name()).resolveSibling(path(word)).normalize().toString()
            : file.toString();
    try {
      return new CatalogSource(name, CatalogSource.file(file).text(), place);
    } catch (NoSuchFileException e) {
      List<String> nearest = CatalogSource.nearest(file);
      throw new IOException(
          "there is no file %s%s"
              .formatted(
                  name, nearest.isEmpty() ? "" : "; did you mean %s?".formatted(nearest.get(0))),
          e);
    } catch (IOException e) {
      throw new IOException(
          Files.isDirectory(file)
              ? name + " is a folder, not a file"
              : "%s cannot be read: %s".formatted(name, e),
          e);
    }
  }

  private static CatalogSource resource(CatalogPlace.InResource resource) throws IOException {
    try {
      return CatalogSource.resource(resource.path(), resource.loader());
    } catch (FileNotFoundException e) {
      throw new IOException(
          e.getMessage() + ": in Maven, what has it belongs to the <dependencies> of the plugin",
          e);
    }
  }

  private static CatalogPlace resource(String from, String word, ClassLoader loader)
      throws IOException {
    // Resources have slashes on all systems.
    String path = path(from).resolveSibling(path(word)).normalize().toString().replace('\\', '/');
    return new CatalogPlace.InResource(path, loader);
  }

  private static Path path(String word) throws IOException {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new IOException("'%s' is no path: %s".formatted(word, e.getReason()), e);
    }
  }
}
