package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The goal targets")
class TargetsMojoTest {
  private static final String POM = "<format>json</format><outputFile>pom.json</outputFile>";

  @TempDir private Path basedir;

  @Test
  @DisplayName("writes into the file of the POM, or that of the command line, which wins")
  void file() throws Exception {
    run(POM, Map.of("rust.targets", "@musl"));
    run(POM, Map.of("rust.outputFile", "line.txt", "rust.format", "text"));
    run(POM, Map.of("rust.outputFile", "empty.txt", "rust.format", ""));

    assertThat(new ObjectMapper().readTree(basedir.resolve("pom.json").toFile()).get("targets"))
        .isNotEmpty()
        .allSatisfy(target -> assertThat(target.get("triple").asText()).contains("-musl"));
    assertThat(basedir.resolve("line.txt")).content().startsWith("catalog ").contains("Groups");
    assertThat(basedir.resolve("empty.txt")).hasSameTextualContentAs(basedir.resolve("line.txt"));
  }

  @Test
  @DisplayName("says at once all that is wrong with what is asked")
  void wrong() {
    assertThatThrownBy(
            () ->
                run(
                    "",
                    Map.of(
                        "rust.format", "jsno", "rust.glibc", "new", "rust.catalog", "gone.yaml")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(
            "RC-PARAMETER-INVALID: rust.format cannot be 'jsno'\n    Allowed are: text, json")
        .hasMessageContaining("RC-PARAMETER-INVALID: rust.glibc cannot be 'new'")
        .hasMessageContaining("gone.yaml");
    assertThatThrownBy(() -> run("", Map.of("rust.targets", "x86_64-unknown-linux-msul,@lnux")))
        .hasMessageContaining("RC-TARGET-UNKNOWN: rust.targets: there is no target 'x86_64-unkn")
        .hasMessageContaining("Did you mean x86_64-unknown-linux-musl")
        .hasMessageContaining("RC-TARGET-UNKNOWN: rust.targets: there is no group '@lnux'");
    assertThatThrownBy(() -> run("", Map.of("rust.targets", "@musl,!@linux")))
        .hasMessageContaining(
            "RC-TARGETS-EMPTY: rust.targets=@musl,!@linux leaves no target to show");
  }

  private void run(String configuration, Map<String, String> commandLine) throws Exception {
    Configured.goal(TargetsMojo.class, basedir, configuration, commandLine).execute();
  }
}
