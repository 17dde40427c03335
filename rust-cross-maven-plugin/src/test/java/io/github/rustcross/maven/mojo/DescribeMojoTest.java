package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The goal describe")
class DescribeMojoTest {
  private static final String FILE = "<outputFile>told.txt</outputFile>";

  @TempDir private Path basedir;

  @Test
  @DisplayName("says what to do where no target is named")
  void nothing() {
    assertThatThrownBy(() -> run("", Map.of()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "RC-TARGETS-EMPTY: no target is named that could be described\n    Name one or several: -Drust.targets=host,@musl; the goal targets lists them.");
    assertThatThrownBy(() -> run("", Map.of("rust.targets", "")))
        .hasMessageStartingWith("RC-TARGETS-EMPTY: rust.targets is given, but empty");
    assertThatThrownBy(() -> run("", Map.of("rust.targets", "x86_64-unknown-linux-msul")))
        .hasMessageContaining("Did you mean x86_64-unknown-linux-musl");
  }

  @Test
  @DisplayName("says of a setting whether the command line or the POM says it")
  void origins() throws Exception {
    String pom =
        FILE
            + "<targets><t>aarch64-unknown-linux-gnu</t></targets><glibc>2.28</glibc>"
            + "<crossToolchain><t>zig</t></crossToolchain>";

    run(pom, Map.of());
    assertThat(basedir.resolve("told.txt"))
        .content()
        .contains("  glibc: 2.28  [POM]\n", "  crossToolchain: zig  [POM]\n");
    run(pom, Map.of("rust.glibc", "2.31", "rust.crossToolchain", "aarch64-unknown-linux-gnu=gcc"));
    assertThat(basedir.resolve("told.txt"))
        .content()
        .contains(
            "  glibc: 2.31  [command line, -Drust.glibc]\n",
            "  crossToolchain: gcc  [command line, -Drust.crossToolchain]\n");
  }

  @Test
  @DisplayName("says of a value of an overlay the file and the line")
  void overlay() throws Exception {
    Path overlay = basedir.resolve("mine.yaml");
    Files.writeString(
        overlay,
        "schemaVersion: 1\ntargets:\n  x86_64-unknown-linux-musl:\n    description: ours\n");

    run(FILE, Map.of("rust.targets", "x86_64-unknown-linux-musl", "rust.catalog", "mine.yaml"));

    assertThat(basedir.resolve("told.txt"))
        .content()
        .contains("description: ours", overlay + ":4:18]");
  }

  private void run(String configuration, Map<String, String> commandLine) throws Exception {
    Configured.goal(DescribeMojo.class, basedir, configuration, commandLine).execute();
  }
}
