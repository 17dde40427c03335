package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files that lie beside the catalog's classes. */
final class CatalogResources {
  private static final Pattern SCRIPT = Pattern.compile("(runners|toolchains)/[a-z0-9-]+\\.[a-z]+");

  private static final Pattern KEY = Pattern.compile("keys/[a-z0-9-]+\\.asc");

  private CatalogResources() {}

  /** The tree of the bundled catalog; absent where the build did not write it. */
  static Optional<Mapping> tree(CatalogSource source, CatalogPlace.Bundled place) {
    try (InputStream stream = TargetCatalog.class.getResourceAsStream(CatalogTree.RESOURCE)) {
      return stream == null ? Optional.empty() : CatalogTree.read(source, place.checksum(), stream);
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled " + CatalogTree.RESOURCE + " cannot be read", e);
    }
  }

  /** Whether a path leads to one of the scripts that runners and launchers use. */
  static boolean isScript(String path) {
    return SCRIPT.matcher(path).matches() && TargetCatalog.class.getResource(path) != null;
  }

  /** Whether a path leads to one of the files of keys that sign archives of packages. */
  static boolean isKey(String path) {
    return KEY.matcher(path).matches() && TargetCatalog.class.getResource(path) != null;
  }

  static InputStream open(String name) throws IOException {
    InputStream stream = TargetCatalog.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name + " is missing beside " + TargetCatalog.class.getName());
    }
    return stream;
  }
}
