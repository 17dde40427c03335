package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/diagnostics.md")
class DiagnosticsPageTest {
  private static final Path PAGE = Path.of("../docs/diagnostics.md");
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  @Test
  @DisplayName("is made from the catalog")
  void upToDate() throws IOException {
    GeneratedPage.check(PAGE, DiagnosticsPage.markdown(CATALOG));
  }

  @Test
  @DisplayName("has a heading for every failure")
  void headings() throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.startsWith("### "))
        .extracting(line -> line.substring("### ".length()))
        .containsExactlyInAnyOrderElementsOf(CATALOG.diagnostics().keySet());
  }
}
