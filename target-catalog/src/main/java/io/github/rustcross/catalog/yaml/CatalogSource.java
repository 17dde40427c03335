package io.github.rustcross.catalog.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a catalog or of an overlay.
 *
 * @param name what messages call it: a file's path, an artifact's coordinates
 * @param text the YAML
 */
public record CatalogSource(String name, String text) {
  static final String BUNDLED = "catalog.yaml";

  /**
   * Reads an overlay.
   *
   * @throws IOException if the file cannot be read
   */
  public static CatalogSource file(Path file) throws IOException {
    return new CatalogSource(file.toString(), Files.readString(file));
  }

  /** The catalog that this library brings along. */
  public static CatalogSource bundled() {
    try (InputStream stream = CatalogResources.open(BUNDLED)) {
      return new CatalogSource(BUNDLED, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled " + BUNDLED + " cannot be read", e);
    }
  }
}
