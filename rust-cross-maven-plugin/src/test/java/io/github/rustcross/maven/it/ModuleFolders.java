package io.github.rustcross.maven.it;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Folders of the plugin's module, found from where this class lies. */
final class ModuleFolders {
  private static final Path TARGET = find();

  private ModuleFolders() {}

  private static Path find() {
    try {
      return Path.of(
              ModuleFolders.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Maven's {@code target}. */
  static Path target() {
    return TARGET;
  }

  /** The root of the sources. */
  static Path root() {
    return TARGET.getParent().getParent();
  }
}
