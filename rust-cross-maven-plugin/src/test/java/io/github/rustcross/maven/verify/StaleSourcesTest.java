package io.github.rustcross.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustcross.maven.cargo.BuildScriptRun;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CargoPackage.Dependency;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Check.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An object that was compiled before its source was changed")
class StaleSourcesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String APP = "path+file:///app#1.0.0";
  private static final String PART = "path+file:///part#1.0.0";
  private static final String FETCHED = "registry+https://example.org#fetched@1.0.0";

  @TempDir private Path folder;

  @Test
  @DisplayName("is found, with the line that the build script lacks")
  void changed() throws IOException {
    file("part/c/one.c", 5);
    file("part/c/two.c", -5);
    file("out/0123456789abcdef-one.o", 0);
    file("out/0123456789abcdef-two.o", 0);

    assertThat(checks(PART, APP))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.isBroken()).isTrue();
              assertThat(check.measured()).isEqualTo("compiled before c/one.c was changed");
              assertThat(check.words())
                  .containsEntry("package", "part")
                  .containsEntry("path", "c/one.c");
            });
  }

  @Test
  @DisplayName("is not one that an earlier run left beside the static library")
  void notLinked() throws IOException {
    file("part/c/one.c", 5);
    file("out/0123456789abcdef-one.o", 0);
    Files.writeString(
        folder.resolve("out/libpart.a"),
        "!<arch>\n%-16s%-12s%-6s%-6s%-8s%-10d`\nxx".formatted("two.o/", "0", "0", "0", "644", 2));

    assertThat(checks(PART, APP)).noneMatch(Check::isBroken);
  }

  @Test
  @DisplayName("is not one that is newer, also where further sources are not compiled at all")
  void current() throws IOException {
    file("part/c/one.c", -5);
    file("part/c/other.c", 5);
    file("out/one.o", 0);

    assertThat(checks(PART, APP))
        .extracting(Check::measured, Check::outcome)
        .containsExactly(tuple("1 object", Outcome.KEPT));
  }

  @Test
  @DisplayName("is not told of two sources of one name while one of them is older")
  void sameName() throws IOException {
    file("part/unix/io.c", 5);
    file("part/windows/io.c", -5);
    file("out/0123456789abcdef-io.o", 0);

    assertThat(checks(PART, APP)).noneMatch(Check::isBroken);
  }

  @Test
  @DisplayName("does not count in cargo's own folder, nor in packages that are not linked")
  void elsewhere() throws IOException {
    file("part/target/one.c", 5);
    file("part/.cache/one.c", 5);
    file("out/one.o", 0);
    assertThat(checks(PART, APP)).noneMatch(Check::isBroken);

    file("part/one.c", 5);
    assertThat(checks(PART, APP)).anyMatch(Check::isBroken);
    assertThat(checks(PART, FETCHED)).noneMatch(Check::isBroken);
    assertThat(checks(FETCHED, APP)).as("what registries have cannot change").hasSize(1);
  }

  private List<Check> checks(String script, String artifact) throws IOException {
    CrateGraph graph =
        new CrateGraph(
            Map.of(
                APP, built(APP, "app", PART, FETCHED),
                PART, built(PART, "part"),
                FETCHED, built(FETCHED, "fetched")),
            List.of(APP),
            List.of(APP),
            folder);
    BuildScriptRun run = new BuildScriptRun(script, folder.resolve("out"), List.of(), List.of());
    return StaleSources.checks(
        new LinkInputs(graph, List.of(run), List.of()).of(artifact), new ForeignSources());
  }

  private CargoPackage built(String id, String name, String... dependencies) {
    return new CargoPackage(
        id,
        name,
        "1.0.0",
        folder.resolve(name).resolve("Cargo.toml"),
        List.of(),
        List.of(dependencies).stream().map(other -> new Dependency(other, "normal", "")).toList(),
        Set.of(),
        List.of());
  }

  private void file(String path, long seconds) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
    Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(seconds)));
  }
}
