package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The goal doctor")
class DoctorMojoTest {
  private static final String FILE = "<outputFile>doctor.json</outputFile><format>json</format>";
  private static final String GONE = "x86_64-pc-windows-msvc";

  @TempDir private Path basedir;

  @Test
  @DisplayName("fails only where it is told to, and a target that was chosen is not ready")
  void strict() throws Exception {
    run(Map.of("rust.targets", GONE));
    run(Map.of("rust.doctor.strict", "true", "rust.targets", "x86_64-unknown-linux-musl"));

    assertThatThrownBy(
            () ->
                run(
                    Map.of(
                        "rust.doctor.strict",
                        "",
                        "rust.targets",
                        GONE + ",x86_64-unknown-linux-musl")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "RC-TARGETS-NOT-READY: not ready are %s\n    Why, and what to do, is told above; without -Drust.doctor.strict it is only told."
                .formatted(GONE));
    assertThat(basedir.resolve("doctor.json")).as("it is told all the same").exists();
    run(
        "<doctorStrict>true</doctorStrict>" + FILE,
        Map.of("rust.doctor.strict", "false", "rust.targets", GONE));
    assertThatThrownBy(
            () -> run("<doctorStrict>true</doctorStrict>" + FILE, Map.of("rust.targets", GONE)))
        .hasMessageStartingWith("RC-TARGETS-NOT-READY: ");
  }

  @Test
  @DisplayName("tells of the crate's own needs where there is a crate")
  void crate() throws Exception {
    Files.writeString(
        basedir.resolve("Cargo.toml"), "[package]\nname = \"app\"\nversion = \"1.0.0\"\n");
    Files.createDirectories(basedir.resolve("src"));
    Files.writeString(basedir.resolve("src/main.rs"), "fn main() {}\n");

    JsonNode told = run(Map.of("rust.targets", "x86_64-unknown-linux-musl"));

    assertThat(told.get("ofCrate").asBoolean()).isTrue();
    assertThat(told.at("/targets/0/builds/0/what").asText()).isEqualTo("this crate");
    assertThat(told.at("/targets/0/builds/0/toolchain").asText()).isEqualTo("rust-lld");
    assertThat(run(Map.of()).get("targets")).as("host, as cargo").hasSize(1);
  }

  @Test
  @DisplayName("tells of a crate that cannot be read what is wrong with it, and of the machine")
  void brokenCrate() throws Exception {
    Files.writeString(basedir.resolve("Cargo.toml"), "[package\n");

    JsonNode told = run(Map.of("rust.targets", "x86_64-unknown-linux-musl"));

    assertThat(told.get("ofCrate").asBoolean()).isFalse();
    assertThat(told.at("/problems/0/code").asText()).isEqualTo("RC-MANIFEST-INVALID");
    assertThat(told.at("/targets/0/builds")).hasSize(3);
  }

  @Test
  @DisplayName("says what is wrong with what is asked, with a crate too")
  void wrong() throws Exception {
    Files.writeString(
        basedir.resolve("Cargo.toml"), "[package]\nname = \"app\"\nversion = \"1.0.0\"\n");

    assertThatThrownBy(() -> run(Map.of("rust.targets", "@lnux")))
        .hasMessageContaining("RC-TARGET-UNKNOWN: rust.targets: there is no group '@lnux'");
    assertThatThrownBy(() -> run("", Map.of("rust.format", "xml", "rust.jobs", "many")))
        .hasMessageContaining("rust.format cannot be 'xml'")
        .hasMessageContaining("rust.jobs cannot be 'many'");
  }

  private JsonNode run(Map<String, String> commandLine) throws Exception {
    return run(FILE, commandLine);
  }

  private JsonNode run(String configuration, Map<String, String> commandLine) throws Exception {
    Map<String, String> line = new HashMap<>(commandLine);
    line.put("rust.cacheDir", basedir.resolve("cache").toString());
    Configured.goal(DoctorMojo.class, basedir, configuration, line).execute();
    return new ObjectMapper().readTree(basedir.resolve("doctor.json").toFile());
  }
}
