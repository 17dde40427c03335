package io.github.rustcross.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The tree of the bundled catalog")
class CatalogTreeTest {
  @Test
  @DisplayName("was written by the build and is what parsing the text gives, origins included")
  void same() throws Exception {
    CatalogSource source = CatalogSource.bundled();
    try (InputStream tree = CatalogResources.open(CatalogTree.RESOURCE)) {
      assertThat(CatalogTree.read(source, checksum(source.text()), tree))
          .contains(YamlParser.parse(source));
    }
  }

  @Test
  @DisplayName("does not count for another text")
  void stale() throws Exception {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    String text = "schemaVersion: 1";
    CatalogTree.write(new CatalogSource("a.yaml", text), checksum(text), tree);

    String other = "schemaVersion: 2";
    assertThat(
            CatalogTree.read(
                new CatalogSource("a.yaml", other),
                checksum(other),
                new ByteArrayInputStream(tree.toByteArray())))
        .isEmpty();
  }

  private static long checksum(String text) {
    return CatalogTree.checksum(text.getBytes(StandardCharsets.UTF_8));
  }
}
