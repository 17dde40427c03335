package io.github.rustcross.catalog.yaml;

import java.nio.file.Path;

/** Where the text of an overlay lies: the overlays that it names are looked for from there. */
public sealed interface CatalogPlace {
  /**
   * A file.
   *
   * @param file absolute, without {@code .} and {@code ..}
   */
  record InFile(Path file) implements CatalogPlace {}

  /**
   * A resource.
   *
   * @param path without a slash in front
   * @param loader the class loader that has it
   */
  record InResource(String path, ClassLoader loader) implements CatalogPlace {}

  /** No place that has others beside it: an artifact of a repository, a text that was made. */
  record Alone() implements CatalogPlace {}

  /**
   * The catalog of this library.
   *
   * @param checksum of its bytes
   */
  record Bundled(long checksum) implements CatalogPlace {}
}
