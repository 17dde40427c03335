package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The goal export")
class ExportMojoTest {
  @TempDir private Path basedir;

  @Test
  @DisplayName("writes for a shell unless POM or command line, which wins, say something else")
  void formats() throws Exception {
    run("", Map.of());
    assertThat(basedir.resolve("out"))
        .content()
        .startsWith("# Written by rust-cross:export, catalog ")
        .contains("\nexport CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_LINKER='rust-lld'\n");

    run("<format>go</format><exportKind>staticlib</exportKind>", Map.of("rust.format", "json"));
    assertThat(basedir.resolve("out"))
        .content()
        .startsWith("{")
        .contains("\"kind\" : \"staticlib\"");
  }

  @Test
  @DisplayName("refuses what the format cannot say")
  void refused() {
    assertThatThrownBy(() -> run("", Map.of("rust.format", "go")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(
            "RC-EXPORT-REFUSED: x86_64-unknown-linux-musl: rust-lld compiles no C");
    assertThat(basedir.resolve("out")).doesNotExist();
  }

  @Test
  @DisplayName("says at once all that is wrong with what is asked")
  void wrong() {
    assertThatThrownBy(() -> run("", Map.of("rust.format", "gradle", "rust.export.kind", "rlib")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(
            "RC-PARAMETER-INVALID: rust.format cannot be 'gradle'\n"
                + "    Allowed are: env, cargo-config, go, cmake, json")
        .hasMessageContaining(
            "RC-PARAMETER-INVALID: rust.export.kind cannot be 'rlib'\n"
                + "    Allowed are: bin, cdylib, staticlib");
  }

  private void run(String configuration, Map<String, String> commandLine) throws Exception {
    Map<String, String> all = new HashMap<>(commandLine);
    all.put("rust.targets", "x86_64-unknown-linux-musl");
    all.put("rust.crossToolchain", "rust-lld");
    all.put("rust.outputFile", "out");
    Configured.goal(ExportMojo.class, basedir, configuration, all).execute();
  }
}
