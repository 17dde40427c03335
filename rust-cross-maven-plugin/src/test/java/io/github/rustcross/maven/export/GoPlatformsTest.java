package io.github.rustcross.maven.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.it.SkippedChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The catalog's words for Go")
class GoPlatformsTest {
  @TempDir Path folder;

  @Test
  @DisplayName("are platforms that Go has")
  void known() throws Exception {
    if (!Values.has("go")) {
      SkippedChecks.need("the catalog's words for Go", "install Go (go.dev/dl)");
      return;
    }
    List<String> platforms =
        Values.output(folder, Map.of(), "go", "tool", "dist", "list").lines().toList();

    assertThat(
            TargetCatalog.bundled().targets().values().stream()
                .map(target -> target.names())
                .filter(names -> names.containsKey("goos") && names.containsKey("goarch"))
                .map(names -> names.get("goos") + "/" + names.get("goarch")))
        .hasSizeGreaterThan(15)
        .isSubsetOf(platforms);
  }
}
