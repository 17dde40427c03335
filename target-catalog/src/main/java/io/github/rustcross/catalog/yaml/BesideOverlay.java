package io.github.rustcross.catalog.yaml;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that an overlay names, seen from its own folder. */
final class BesideOverlay {
  private BesideOverlay() {}

  /**
   * The file that a key names.
   *
   * @return absolute; it is there
   * @throws io.github.rustcross.catalog.CatalogException if it is not there
   */
  static Path file(Fields fields, String key) {
    String text = fields.text(key);
    Path file;
    try {
      // An overlay that is a file is called by its path; seen from anything else, only what is
      // absolute is found.
      file = Path.of(fields.origin(key).source()).toAbsolutePath().resolveSibling(text).normalize();
    } catch (InvalidPathException e) {
      file = Path.of(text).toAbsolutePath();
    }
    if (!Files.isRegularFile(file)) {
      throw fields.problem(key, fields.origin(key), "there is no file '%s'".formatted(file));
    }
    return file;
  }
}
