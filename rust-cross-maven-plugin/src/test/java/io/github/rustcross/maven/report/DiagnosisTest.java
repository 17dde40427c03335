package io.github.rustcross.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustcross.catalog.Evidence;
import io.github.rustcross.catalog.Stage;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.diagnose.Diagnosis;
import io.github.rustcross.diagnose.Diagnosis.Advice;
import io.github.rustcross.maven.it.ReportJson;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A failure that is explained")
class DiagnosisTest {
  private static final TargetTriple TRIPLE = new TargetTriple("aarch64-unknown-linux-gnu");
  private static final Diagnosis DIAGNOSIS =
      new Diagnosis(
          "linker-not-found",
          Stage.LINK,
          "the linker <nope> is not on this machine",
          "cargo was told to link with it, by linker in .cargo/config.toml or by a variable of the"
              + " environment.",
          List.of(
              new Advice("Have another link:", List.of("-Drust.crossToolchain=zig")),
              new Advice("Or name one:", List.of("[target.x]", "linker = \"gcc\"")),
              new Advice("Or leave it out.", List.of())),
          Evidence.PROVOKED);
  private static final Problem PROBLEM =
      Problem.of(ProblemCode.CARGO_FAILED, "cargo could not build it", "See above.")
          .explained(DIAGNOSIS);

  @TempDir private Path folder;

  @Test
  @DisplayName("is a block in the log; what is to be copied has nothing in front of it")
  void block() {
    assertThat(DiagnosisPage.messages(TRIPLE, DIAGNOSIS))
        .containsExactly(
            "aarch64-unknown-linux-gnu: the linker <nope> is not on this machine",
            "  cargo was told to link with it, by linker in .cargo/config.toml or by a",
            "  variable of the environment.",
            "  - Have another link:\n-Drust.crossToolchain=zig",
            "  - Or name one:\n[target.x]\nlinker = \"gcc\"",
            "  - Or leave it out.",
            "  (diagnostic linker-not-found)");
  }

  @Test
  @DisplayName("says in Maven's last message what happened and the best thing to do")
  void suggestion() {
    assertThat(PROBLEM)
        .hasToString(
            """
            RC-CARGO-FAILED: cargo could not build it
                the linker <nope> is not on this machine. Have another link:
                    -Drust.crossToolchain=zig""");
  }

  @Test
  @DisplayName("is in report.json, as its schema has it")
  void json() throws Exception {
    JsonNode problem = written();

    assertThat(problem.path("diagnosis"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {
                      "id": "linker-not-found",
                      "stage": "link",
                      "what": "the linker <nope> is not on this machine",
                      "why": "cargo was told to link with it, by linker in .cargo/config.toml or by a variable of the environment.",
                      "fix": [
                        { "text": "Have another link:", "lines": ["-Drust.crossToolchain=zig"] },
                        { "text": "Or name one:", "lines": ["[target.x]", "linker = \\"gcc\\""] },
                        { "text": "Or leave it out.", "lines": [] }
                      ],
                      "evidence": "provoked"
                    }
                    """));
  }

  @Test
  @DisplayName("is in report.html")
  void html() {
    String page = HtmlReport.of(BuildReport.failed(Optional.empty(), List.of(PROBLEM)));

    assertThat(page)
        .contains("<strong>the linker &lt;nope&gt; is not on this machine</strong>")
        .contains("<p class=\"fix\">Have another link:</p>")
        .contains("<pre>-Drust.crossToolchain=zig</pre>")
        .contains("<pre>[target.x]\nlinker = \"gcc\"</pre>");
  }

  private JsonNode written() throws Exception {
    ReportWriter.write(BuildReport.failed(Optional.empty(), List.of(PROBLEM)), folder);
    return ReportJson.read(folder).json().path("problems").path(0);
  }
}
