package io.github.rustcross.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetCatalog;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bundled diagnostics")
class DiagnosticChecksTest {
  @Test
  @DisplayName("have patterns, groups, words and names that exist")
  void right() {
    assertThat(DiagnosticChecks.check(TargetCatalog.bundled(), Optional.empty())).isEmpty();
  }
}
