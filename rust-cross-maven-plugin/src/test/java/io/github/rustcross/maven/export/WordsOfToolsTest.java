package io.github.rustcross.maven.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.it.SkippedChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the catalog says that another tool calls a target")
class WordsOfToolsTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  @TempDir Path folder;

  @Test
  @DisplayName("is what Go calls one of its platforms")
  void go() throws Exception {
    if (!Values.has("go")) {
      SkippedChecks.need("the catalog's words for Go", "install Go (go.dev/dl)");
      return;
    }
    List<String> platforms =
        Values.output(folder, Map.of(), "go", "tool", "dist", "list").lines().toList();

    assertThat(targets().filter(target -> target.names().containsKey("goarch")))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            target ->
                assertThat(platforms)
                    .as(target.triple().value())
                    .contains(target.names().get("goos") + "/" + target.names().get("goarch")));
  }

  @Test
  @DisplayName("is what CMake calls one of its systems")
  void cmake() throws Exception {
    if (!Values.has("cmake")) {
      SkippedChecks.needPackages("the catalog's words for CMake", "cmake");
      return;
    }
    Path modules =
        Path.of(
            Values.output(folder, Map.of(), "cmake", "--system-information")
                .lines()
                .filter(line -> line.startsWith("CMAKE_ROOT "))
                .map(line -> line.replaceAll("[^\"]*\"([^\"]*)\".*", "$1"))
                .findFirst()
                .orElseThrow(),
            "Modules/Platform");

    assertThat(targets().filter(target -> target.names().containsKey("cmakeSystem")))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            target ->
                assertThat(modules.resolve(target.names().get("cmakeSystem") + ".cmake"))
                    .as(target.triple().value())
                    .exists());
  }

  private static Stream<Target> targets() {
    return CATALOG.targets().values().stream();
  }
}
