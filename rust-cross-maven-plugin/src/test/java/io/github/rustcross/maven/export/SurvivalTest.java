package io.github.rustcross.maven.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.rustcross.maven.it.SkippedChecks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file is read by the program that it is for, or by a parser of its own. */
@DisplayName("A value that is hard to write survives")
class SurvivalTest {
  private static final String TRIPLE = "aarch64-unknown-linux-gnu";
  private static final String CC = "CC_aarch64_unknown_linux_gnu";

  @TempDir Path folder;

  private Path file(String format, String path) throws Exception {
    Path file = folder.resolve("exported");
    Files.writeString(
        file,
        Exported.of(Exported.target(TRIPLE).in(path).flags("-L" + path.replaceAll("\\s", "")))
            .in(Values.format(format)));
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/opt/Größe 漢字 \uD83E\uDD80",
        "/opt/a 'b' \"c\" `d` $(e) $HOME ${HOME} \\n %PATH% #f ]] ]=] ;!*?~&|<>",
        "/opt/ends in \\",
        "/opt/two\nlines"
      })
  @DisplayName("in a shell")
  void env(String path) throws Exception {
    file("env", path);

    assertThat(
            Values.output(
                folder, Map.of(), "sh", "-c", ". ./exported; printf '%s|' \"$" + CC + "\""))
        .isEqualTo(path + "/clang|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/opt/Größe 漢字 \uD83E\uDD80",
        "/opt/a 'b' \"c\" `d` $(e) $HOME ${HOME} \\n \\u0041 %PATH% #f ]] ]=] ;!*?~&|<>",
        "C:\\Users\\name\\",
        "/opt/two\nlines\tand \u0007"
      })
  @DisplayName("in cargo's configuration")
  void cargoConfig(String path) throws Exception {
    JsonNode read = new TomlMapper().readTree(Files.readString(file("cargo-config", path)));

    assertThat(read.path("env").path(CC).asText()).isEqualTo(path + "/clang");
    JsonNode target = read.path("target").path(TRIPLE);
    assertThat(target.path("linker").asText()).isEqualTo(path + "/link");
    assertThat(target.path("rustflags").path(0).asText())
        .isEqualTo("-L" + path.replaceAll("\\s", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/opt/Größe 漢字 \uD83E\uDD80",
        "/opt/a 'b' `d` $(e) $HOME ${HOME} \\n %PATH% #f =]] ;!*?~&|<>",
        "/opt/\"c\"",
        "C:\\Users\\name\\"
      })
  @DisplayName("in Go's file, between quotes where Go would divide it")
  void go(String path) throws Exception {
    if (!Values.has("go")) {
      SkippedChecks.need("Go's reading of exported files", "install Go (go.dev/dl)");
      return;
    }
    Path file = file("go", path);

    String read =
        Values.output(
            folder,
            Map.of("GOENV", file.toString(), "CC", "", "GOARCH", ""),
            "go",
            "env",
            "CC",
            "GOARCH");

    String quote = path.contains("'") ? "\"" : path.contains(" ") || path.contains("\"") ? "'" : "";
    assertThat(read).isEqualTo(quote + path + "/clang" + quote + "\narm64\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/opt/Größe 漢字 \uD83E\uDD80",
        "/opt/a 'b' \"c\" `d` $(e) $HOME ${HOME} \\n %PATH% #f ]] ]=] ]===] !*?~&|<>",
        "/opt/]"
      })
  @DisplayName("in CMake's file")
  void cmake(String path) throws Exception {
    if (!Values.has("cmake")) {
      SkippedChecks.needPackages("CMake's reading of exported files", "cmake");
      return;
    }
    file("cmake", path);
    Files.writeString(
        folder.resolve("read.cmake"),
        "include(exported)\nfile(WRITE read \"${CMAKE_C_COMPILER}\")\n"
            .replace("(exported)", "(${CMAKE_CURRENT_LIST_DIR}/exported)"));

    Values.output(folder, Map.of(), "cmake", "-P", "read.cmake");

    assertThat(Files.readString(folder.resolve("read"))).isEqualTo(path + "/clang");
  }

  @Test
  @DisplayName("in JSON, where everything is that is known")
  void json() throws Exception {
    String path = "/opt/Größe 漢字 \uD83E\uDD80 'b' \"c\" $HOME \\n\n";

    JsonNode target =
        new ObjectMapper().readTree(Files.readString(file("json", path))).path("targets").path(0);

    assertThat(target.path("environment").path(CC).asText()).isEqualTo(path + "/clang");
    assertThat(target.path("programs").path("c++").asText()).isEqualTo(path + "/clang++");
    assertThat(target.path("rustflags").path("bin").path(0).asText())
        .isEqualTo("-L" + path.replaceAll("\\s", ""));
    JsonNode known = target.path("target");
    assertThat(known.path("names").path("goarch").asText()).isEqualTo("arm64");
    assertThat(known.path("platform").path("pointerWidth").asInt()).isEqualTo(64);
    assertThat(target.path("glibc").asText()).isEqualTo("2.17");
    assertThat(target.path("toolchain").asText()).isEqualTo("zig");
    assertThat(target.path("host").asText()).isEqualTo("x86_64-unknown-linux-gnu");
    assertThat(target.path("languages")).extracting(JsonNode::asText).containsExactly("c", "c++");
  }
}
