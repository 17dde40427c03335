package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.TargetCatalog;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a catalog or of an overlay.
 *
 * @param name what messages call it: a file's path, {@code classpath:} and a resource's path, an
 *     artifact's file, {@code catalog 1.2.0}
 * @param text the YAML
 * @param place where the overlays are looked for that it names
 */
public record CatalogSource(String name, String text, CatalogPlace place) {
  /** What stands before the path of a resource, wherever an overlay is named. */
  public static final String CLASSPATH = "classpath:";

  static final String BUNDLED = "catalog.yaml";

  private static final Pattern VERSION =
      Pattern.compile("^catalogVersion: *\"?([^\\s\"]+)", Pattern.MULTILINE);

  /** A text that lies nowhere: the overlays that it names have to be resources. */
  public CatalogSource(String name, String text) {
    this(name, text, new CatalogPlace.Alone());
  }

  /**
   * Reads an overlay that is a file; those that it names are looked for from its folder.
   *
   * @throws IOException if the file cannot be read
   */
  public static CatalogSource file(Path file) throws IOException {
    return new CatalogSource(
        file.toString(),
        Files.readString(file),
        new CatalogPlace.InFile(file.toAbsolutePath().normalize()));
  }

  /**
   * Reads an overlay that is a resource; those that it names are looked for beside it.
   *
   * @param path with or without a slash in front
   * @throws FileNotFoundException if the class loader does not have it
   * @throws IOException if it cannot be read
   */
  public static CatalogSource resource(String path, ClassLoader loader) throws IOException {
    String plain = path.startsWith("/") ? path.substring(1) : path;
    try (InputStream stream = loader.getResourceAsStream(plain)) {
      if (stream == null) {
        throw new FileNotFoundException("there is no '%s' on the class path".formatted(plain));
      }
      return new CatalogSource(
          CLASSPATH + plain, text(stream), new CatalogPlace.InResource(plain, loader));
    }
  }

  /** The catalog that this library brings along, under its version. */
  public static CatalogSource bundled() {
    try (InputStream stream = CatalogResources.open(BUNDLED)) {
      byte[] bytes = stream.readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(text);
      return new CatalogSource(
          "catalog " + (version.find() ? version.group(1) : ""),
          text,
          new CatalogPlace.Bundled(CatalogTree.checksum(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled " + BUNDLED + " cannot be read", e);
    }
  }

  /** The YAML files beside one that is not there, those that are spelled most like it first. */
  public static List<String> nearest(Path missing) {
    Path folder = missing.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return TargetCatalog.nearest(
          missing.getFileName().toString(),
          files
              .filter(Files::isRegularFile)
              .map(other -> other.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
              .toList());
    } catch (IOException e) {
      // What is told without names near it is still the truth.
      return List.of();
    }
  }

  /** Whether this is the catalog that this library brings along. */
  boolean isBundled() {
    return place instanceof CatalogPlace.Bundled;
  }

  /** A place in the text. */
  Origin at(int line, int column) {
    return new Origin(name, line, isBundled() ? 0 : column);
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
