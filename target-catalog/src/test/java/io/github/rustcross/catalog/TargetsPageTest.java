package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/targets.md")
class TargetsPageTest {
  private static final Path PAGE = Path.of("../docs/targets.md");
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  @Test
  @DisplayName("is made from the catalog and the proofs")
  void upToDate() throws IOException {
    GeneratedPage.check(PAGE, TargetsPage.markdown(CATALOG, TargetCatalog.proofs()));
  }

  @Test
  @DisplayName("has a row of eight columns for every target")
  void rows() throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.startsWith("| `"))
        .hasSameSizeAs(CATALOG.targets().values())
        .allMatch(line -> line.split(" \\| ", -1).length == 8);
  }
}
