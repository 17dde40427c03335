package io.github.rustcross.maven.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.catalog.yaml.CatalogValues;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Golden;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.plan.TargetSettings;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.runner.RunnerRequest;
import io.github.rustcross.toolchain.FloorRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the goal describe says")
class DescribeTest {
  private static final String OVERLAY =
      """
      schemaVersion: 1
      targets:
        s390x-unknown-linux-gnu:
          description: the mainframe
          names: { classifier: linux-z }
      toolchains:
        zig:
          glibcHighest: "2.40"
      """;

  @TempDir private Path sysroot;

  @Test
  @DisplayName("of a target: what holds, what the catalog says and where, what builds and runs it")
  void text() throws Exception {
    List<String> lines =
        new ArrayList<>(lines(bare(), Request.of("x86_64-unknown-linux-musl"), List.of()));
    int first = lines.indexOf("Catalog") + 1;
    List<String> values =
        lines.subList(first, lines.indexOf("Toolchains, best first, on x86_64-unknown-linux-gnu"));

    assertThat(values)
        .anyMatch(line -> line.startsWith("  files.cdylib.suffix: .so  ["))
        .anyMatch(line -> line.matches("  groups: all, linux, .* {2}\\[catalog \\S+, line \\d+]"));
    values.clear();
    // What is proven is no business of this test.
    lines.replaceAll(line -> line.replaceAll("(?<=; )(built|not yet).*", "…"));
    Golden.check("explain/describe.txt", lines);
  }

  @Test
  @DisplayName("of a value of an overlay: its file and line; also of the toolchains that build it")
  void overlay() throws Exception {
    List<String> lines =
        lines(
            bare().overlay(OVERLAY),
            Request.of("s390x-unknown-linux-gnu"),
            List.of(new CatalogSource("overlay.yaml", OVERLAY)));

    assertThat(lines)
        .contains(
            "  description: the mainframe  [overlay.yaml:4:18]",
            "  names.classifier: linux-z  [overlay.yaml:5:26]",
            "     glibcHighest: 2.40  [overlay.yaml:8:19]")
        .anyMatch(line -> line.matches("  platform.arch: s390x  \\[catalog [0-9.]+, line \\d+\\]"));
  }

  @Test
  @DisplayName("of glibc and toolchain: who says so")
  void settings() throws Exception {
    String two = "s390x-unknown-linux-gnu.2.28,aarch64-unknown-linux-gnu";

    assertThat(settings(Request.of(two)))
        .contains("glibc: 2.28  [said of targets]", "crossToolchain: auto  [default]")
        .anyMatch(line -> line.matches("glibc: 2.17  \\[catalog [0-9.]+, line \\d+\\]"));
    assertThat(settings(Request.of("aarch64-unknown-linux-gnu").glibc("none")))
        .containsExactly("glibc: none  [said of glibc]", "crossToolchain: auto  [default]");
    assertThat(settings(Request.of("aarch64-unknown-linux-gnu").crossToolchain("gcc")))
        .containsExactly(
            "glibc: none  [toolchain gcc cannot promise any]",
            "crossToolchain: gcc  [said of crossToolchain]");
    assertThat(settings(Request.of("host")))
        .containsExactly(
            "glibc: none  [built as plain cargo does, because it is named as host]",
            "crossToolchain: cargo  [named as host]");
    assertThat(settings(Request.of("x86_64-unknown-linux-musl")))
        .as("no glibc, no floor")
        .containsExactly("crossToolchain: auto  [default]");
    TargetSettings own =
        new TargetSettings(
            List.of(),
            List.of(),
            Map.of(),
            new FloorRequest.AtMost(GlibcVersion.parse("2.31").orElseThrow()),
            Optional.of("zig"),
            Optional.empty(),
            Optional.empty(),
            TargetSettings.NONE.verification(),
            Optional.empty());
    assertThat(settings(Request.of("aarch64-unknown-linux-gnu").perTarget("@gnu", own)))
        .containsExactly(
            "glibc: 2.31  [POM, <perTarget>]", "crossToolchain: zig  [POM, <perTarget>]");
  }

  @Test
  @DisplayName("has at most 80 columns, of all targets")
  void width() throws Exception {
    assertThat(lines(bare(), Request.of("@all"), List.of()))
        .hasSizeGreaterThan(500)
        .filteredOn(line -> line.strip().contains(" "))
        .allSatisfy(line -> assertThat("[INFO] " + line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  @DisplayName("for programs: the same")
  void json() throws Exception {
    Scene scene = bare();
    TargetView view = scene.view(Request.of("x86_64-unknown-linux-musl,host"));

    JsonNode json =
        new ObjectMapper().readTree(DescribeJson.of(view, descriptions(scene, view, List.of())));

    JsonNode musl = json.at("/targets/0");
    assertThat(musl.get("classifier").asText()).isEqualTo("linux-x86_64-musl");
    assertThat(musl.at("/settings/0/name").asText()).isEqualTo("crossToolchain");
    assertThat(musl.get("values"))
        .anySatisfy(
            value -> {
              assertThat(value.get("path").asText()).isEqualTo("libc.name");
              assertThat(value.get("value").asText()).isEqualTo("musl");
              assertThat(value.get("origin").asText()).startsWith("catalog ");
            });
    assertThat(musl.at("/builds/0/serves").toString()).isEqualTo("[\"pure Rust\"]");
    assertThat(musl.at("/builds/0/rejections")).hasSize(2);
    assertThat(musl.at("/builds/0/values").size()).isPositive();
    assertThat(musl.at("/runs/0/name").asText()).isEqualTo("native");
    assertThat(json.get("targets")).hasSize(2);
  }

  private List<String> settings(Request request) throws Exception {
    Scene scene = bare();
    return descriptions(scene, scene.view(request), List.of()).stream()
        .flatMap(target -> target.settings().entrySet().stream())
        .map(
            setting ->
                "%s: %s  [%s]"
                    .formatted(
                        setting.getKey(), setting.getValue().value(), setting.getValue().origin()))
        .toList();
  }

  private Scene bare() {
    return new Scene(sysroot, Crates.pureApp()).onPath("cc", "apt-get").withoutTools();
  }

  private static List<String> lines(Scene scene, Request request, List<CatalogSource> overlays)
      throws Exception {
    TargetView view = scene.view(request);
    return DescribePage.of(view, descriptions(scene, view, overlays)).messages(false);
  }

  private static List<TargetDescription> descriptions(
      Scene scene, TargetView view, List<CatalogSource> overlays) {
    return new Descriptions(
            view,
            CatalogValues.load(overlays),
            "said of %s"::formatted,
            (target, runner) ->
                scene.runner(view, target, new RunnerRequest.Named(runner, Optional.empty())))
        .all();
  }
}
