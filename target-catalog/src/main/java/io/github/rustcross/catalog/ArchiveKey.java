package io.github.rustcross.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** OpenPGP keys that sign an archive of packages, in the armored form (RFC 9580, section 6.2). */
public sealed interface ArchiveKey {
  /** Where they are, for messages. */
  String label();

  /**
   * The keys.
   *
   * @return one or more armored blocks
   * @throws IOException if they cannot be read
   */
  String read() throws IOException;

  /**
   * Keys that this library brings along.
   *
   * @param path seen from the bundled catalog
   */
  record Bundled(String path) implements ArchiveKey {
    @Override
    public String label() {
      return path + " of the catalog";
    }

    @Override
    public String read() throws IOException {
      try (InputStream stream = TargetCatalog.class.getResourceAsStream(path)) {
        if (stream == null) {
          throw new FileNotFoundException(path);
        }
        return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
      }
    }
  }

  /**
   * Keys in a file of the user's.
   *
   * @param file absolute
   */
  record InFile(Path file) implements ArchiveKey {
    @Override
    public String label() {
      return file.toString();
    }

    @Override
    public String read() throws IOException {
      return Files.readString(file, StandardCharsets.US_ASCII);
    }
  }

  /**
   * Keys that are written into an overlay.
   *
   * @param text the armored block
   * @param origin where
   */
  record Inline(String text, Origin origin) implements ArchiveKey {
    @Override
    public String label() {
      return "the key at " + origin;
    }

    @Override
    public String read() {
      return text;
    }
  }
}
