package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.TargetCatalog;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The files that lie beside the catalog's classes. */
final class CatalogResources {
  private CatalogResources() {}

  static InputStream open(String name) throws IOException {
    InputStream stream = TargetCatalog.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name + " is missing beside " + TargetCatalog.class.getName());
    }
    return stream;
  }
}
