package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds a page of the documentation to what it is made from. */
final class GeneratedPage {
  private GeneratedPage() {}

  static void check(Path file, String page) throws IOException {
    if ("write".equals(System.getProperty("rust-cross.goldens"))) {
      Files.writeString(file, page);
    }

    assertThat(page)
        .as("%s; -Drust-cross.goldens=write writes it anew", file)
        .isEqualTo(Files.readString(file));
  }
}
