package io.github.rustcross.maven.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Golden;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the goal targets says")
class TargetListTest {
  private static final String SOME =
      "x86_64-unknown-linux-gnu.2.28,x86_64-unknown-linux-musl,universal2-apple-darwin,"
          + "thumbv7em-none-eabihf,wasm32-wasip1";

  @TempDir private Path sysroot;

  @Test
  @DisplayName("is two lines for each target, and the groups")
  void text() throws Exception {
    List<String> lines = lines(SOME);

    assertThat(lines.get(5)).contains("; built, ran");
    // How many there are, and what is proven, is no business of this test.
    Golden.check(
        "explain/targets.txt",
        lines.stream()
            .map(
                line ->
                    line.replaceAll(
                        "(?<=of )\\d+(?= targets)|(?<=^  @.{0,11} )\\d+ |(?<=; )(built|not yet).*",
                        "…"))
            .toList());
  }

  @Test
  @DisplayName("has at most 80 columns, of all targets")
  void width() throws Exception {
    assertThat(lines("@all"))
        .hasSizeGreaterThan(60)
        .allSatisfy(line -> assertThat("[INFO] " + line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  @DisplayName("is for programs all that is known of each")
  void json() throws Exception {
    JsonNode json = new ObjectMapper().readTree(TargetList.json(scene().view(Request.of(SOME))));

    assertThat(json.get("schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.get("host").asText()).isEqualTo("x86_64-unknown-linux-gnu");
    assertThat(json.get("targets")).hasSize(5);
    JsonNode musl = json.get("targets").get(1);
    assertThat(musl.get("triple").asText()).isEqualTo("x86_64-unknown-linux-musl");
    assertThat(musl.get("classifier").asText()).isEqualTo("linux-x86_64-musl");
    assertThat(musl.get("std").asText()).isEqualTo("prebuilt");
    assertThat(musl.at("/libc/name").asText()).isEqualTo("musl");
    assertThat(musl.at("/libc/floor").isNull()).isTrue();
    assertThat(musl.at("/platform/pointerWidth").asInt()).isEqualTo(64);
    assertThat(musl.at("/files/cdylib/suffix").asText()).isEqualTo(".so");
    assertThat(musl.at("/names/dpkg").asText()).isEqualTo("amd64");
    assertThat(musl.at("/toolchains/0/links").asText()).isEqualTo("rust-lld");
    assertThat(musl.get("groups").toString()).contains("\"musl\"");
    assertThat(musl.at("/proven/built").toString()).contains("rust-lld");
    assertThat(musl.at("/proven/ran").toString()).contains("native");
    assertThat(json.at("/targets/2/slices")).hasSize(2);
    assertThat(json.at("/targets/3/libc").isNull()).isTrue();
    assertThat(json.get("groups"))
        .anySatisfy(
            group -> {
              assertThat(group.get("name").asText()).isEqualTo("musl");
              assertThat(group.get("targets").toString()).contains("x86_64-unknown-linux-musl");
            });
  }

  private Scene scene() {
    return new Scene(sysroot, Crates.pureApp());
  }

  private List<String> lines(String targets) throws Exception {
    return TargetList.page(scene().view(Request.of(targets))).messages(false);
  }
}
