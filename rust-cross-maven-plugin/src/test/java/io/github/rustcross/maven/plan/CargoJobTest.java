package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The flags of a target on cargo's command line")
class CargoJobTest {
  private static final String DOTTED =
      """
      schemaVersion: 1
      targets:
        thumbv8m.main-none-eabi:
          family: bare-metal-arm
          description: ARM Cortex-M33, no operating system
          platform: { abi: eabi }
          names:
            classifier: thumbv8m.main-none-eabi
            cmakeProcessor: armv8-m
            mesonCpu: cortex-m33
            zig: thumb-freestanding-eabi
      """;

  @TempDir private Path sysroot;

  @Test
  @DisplayName("are one TOML value, in which spaces, quotes and backslashes survive")
  void quoting() throws Exception {
    List<String> flags =
        List.of(
            "--cfg",
            "feature=\"a b\"",
            "-Clink-arg=C:\\Program Files\\x",
            "-Clink-arg='single'",
            "tab\there",
            "umlaut=ä",
            "");
    CargoJob job =
        new Scene(sysroot, Crates.pureApp())
            .config(List.of(), flags)
            .plan(Request.of("x86_64-unknown-linux-musl"))
            .jobs()
            .get(0);

    JsonNode config = new TomlMapper().readTree(configs(job).get(0));
    JsonNode read = config.path("target").path("x86_64-unknown-linux-musl").path("rustflags");

    assertThat(StreamSupport.stream(read.spliterator(), false).map(JsonNode::asText))
        .startsWith(flags.toArray(String[]::new));
  }

  @Test
  @DisplayName("are under a quoted key where the triple has a dot")
  void dottedTriple() throws Exception {
    CargoJob job =
        new Scene(sysroot, Crates.pureApp())
            .overlay(DOTTED)
            .plan(Request.of("thumbv8m.main-none-eabi"))
            .jobs()
            .get(0);

    assertThat(configs(job).get(0)).startsWith("target.\"thumbv8m.main-none-eabi\".rustflags=[");
    assertThat(job.environment()).containsKey("CARGO_TARGET_THUMBV8M_MAIN_NONE_EABI_LINKER");
    assertThat(new TomlMapper().readTree(configs(job).get(0)).path("target"))
        .anySatisfy(target -> assertThat(target.path("rustflags").isArray()).isTrue());
  }

  @Test
  @DisplayName("are those of each target apart, also when one is built alone")
  void alone() throws Exception {
    CargoJob job =
        new Scene(sysroot, Crates.pureApp())
            .plan(Request.of("x86_64-unknown-linux-musl,x86_64-pc-windows-gnu"))
            .jobs()
            .get(0);

    CargoJob alone = job.only(job.units().get(1));

    assertThat(configs(job)).hasSize(2);
    assertThat(configs(alone)).containsExactly(configs(job).get(1));
    assertThat(alone.commandLine())
        .containsSequence("--target", "x86_64-pc-windows-gnu")
        .doesNotContain("x86_64-unknown-linux-musl");
    assertThat(alone.targetDir()).isEqualTo(job.targetDir());
  }

  private static List<String> configs(CargoJob job) {
    List<String> line = job.commandLine();
    return IntStream.range(1, line.size())
        .filter(index -> line.get(index - 1).equals("--config"))
        .mapToObj(line::get)
        .toList();
  }
}
