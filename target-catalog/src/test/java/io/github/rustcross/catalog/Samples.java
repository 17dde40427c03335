package io.github.rustcross.catalog;

import io.github.rustcross.catalog.yaml.CatalogPlace;
import io.github.rustcross.catalog.yaml.CatalogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The YAML that tests load: files beside them, and texts in them. */
final class Samples {
  private Samples() {}

  /** The bundled catalog with one overlay, which messages call {@code overlay.yaml}. */
  static TargetCatalog withOverlay(String text) {
    return TargetCatalog.load(List.of(new CatalogSource("overlay.yaml", text)));
  }

  /** The bundled catalog with an overlay out of the test resources. */
  static TargetCatalog withOverlayFile(String name) {
    return TargetCatalog.load(List.of(source("overlays", name)));
  }

  /** The names of the YAML files in a folder of the test resources. */
  static List<String> names(String folder) {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String folder, String name) {
    return read(folder(folder).resolve(name));
  }

  /** A file under its bare name, so that messages are the same wherever the tests run. */
  static CatalogSource source(String folder, String name) {
    Path file = folder(folder).resolve(name);
    return new CatalogSource(name, read(file), new CatalogPlace.InFile(file));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String name) {
    try {
      return Path.of(Samples.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
