package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.build.FileVerification;
import io.github.rustcross.maven.mojo.GoalParameters.GoalParameter;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The goal verify")
class VerifyMojoTest {
  private static final String FILES = "<files><file>a.jar</file></files>";

  @TempDir private Path basedir;

  @BeforeEach
  void files() throws Exception {
    Files.createFile(basedir.resolve("a.jar"));
    Files.createFile(basedir.resolve("b.so"));
  }

  @Test
  @DisplayName("expects nothing where nothing is said")
  void defaults() throws Exception {
    FileVerification request = request(FILES, Map.of());

    assertThat(request.files()).containsExactly(basedir.resolve("a.jar"));
    assertThat(request.expectations().all()).isEmpty();
    assertThat(request.levels().of(Rule.PLACE)).isEqualTo(RuleLevel.STRICT);
  }

  @Test
  @DisplayName("takes what the command line says, over the POM")
  void commandLine() throws Exception {
    FileVerification request =
        request(
            FILES
                + "<targets>@all</targets><glibc>2.28</glibc><verify>off</verify>"
                + "<verifyRules><rule>place=off</rule></verifyRules>",
            Map.of(
                "rust.verify.files",
                "b.so,a.jar",
                "rust.targets",
                "x86_64-unknown-linux-gnu.2.31,aarch64-unknown-linux-gnu,x86_64-unknown-linux-musl",
                "rust.glibc",
                "2.5",
                "rust.verify",
                "warn",
                "rust.verify.rules",
                "malformed=report"));

    assertThat(request.files()).containsExactly(basedir.resolve("b.so"), basedir.resolve("a.jar"));
    assertThat(request.expectations().all())
        .extracting(expected -> expected.floor().map(GlibcVersion::toString))
        .containsExactly(Optional.of("2.31"), Optional.of("2.5"), Optional.empty());
    assertThat(request.levels().of(Rule.PLACE)).isEqualTo(RuleLevel.WARN);
    assertThat(request.levels().of(Rule.MALFORMED)).isEqualTo(RuleLevel.REPORT);
  }

  @Test
  @DisplayName("says at once all that is wrong with what is asked")
  void wrong() {
    assertThat(
            problems(
                "",
                Map.of(
                    "rust.verify.files",
                    "none.jar,.",
                    "rust.targets",
                    "@lnux",
                    "rust.verify",
                    "lax",
                    "rust.verify.file",
                    "x")))
        .extracting(Problem::toString)
        .containsExactly(
            "RC-PROPERTY-UNKNOWN: there is no property -Drust.verify.file\n"
                + "    Did you mean -Drust.verify.files?",
            "RC-PARAMETER-INVALID: rust.verify cannot be 'lax'\n"
                + "    Allowed are: strict, warn, off",
            "RC-FILE-MISSING: rust.verify.files: there is no file %s\n    Correct the path; artifacts are written group:artifact:version."
                .formatted(basedir.resolve("none.jar")),
            "RC-FILE-MISSING: rust.verify.files: %s is a folder\n    Name the files in it."
                .formatted(basedir),
            "RC-TARGET-UNKNOWN: rust.targets: there is no group '@lnux'\n    Did you mean @linux or @gnu?");
  }

  @Test
  @DisplayName("says how files are named where none is")
  void none() {
    assertThat(problems("", Map.of()))
        .extracting(Problem::toString)
        .containsExactly(
            "RC-FILE-MISSING: no files are named\n"
                + "    Name binaries, jars or artifacts:"
                + " -Drust.verify.files=app.jar,libx.so,net.java.dev.jna:jna:5.17.0");
  }

  @Test
  @DisplayName("has the names and properties that the other goals have")
  void names() {
    Map<String, Optional<String>> others =
        GoalParameters.of(BuildMojo.class).stream()
            .collect(Collectors.toMap(GoalParameter::name, GoalParameter::property));
    List<GoalParameter> own = GoalParameters.of(VerifyMojo.class);

    assertThat(own)
        .filteredOn(parameter -> !others.containsKey(parameter.name()))
        .extracting(GoalParameter::name)
        .containsExactly("files");
    assertThat(own)
        .filteredOn(parameter -> others.containsKey(parameter.name()))
        .hasSize(6)
        .allSatisfy(
            parameter -> assertThat(parameter.property()).isEqualTo(others.get(parameter.name())));
  }

  private List<Problem> problems(String configuration, Map<String, String> commandLine) {
    return catchThrowableOfType(ProblemException.class, () -> request(configuration, commandLine))
        .problems();
  }

  private FileVerification request(String configuration, Map<String, String> commandLine)
      throws Exception {
    return Configured.goal(VerifyMojo.class, basedir, configuration, commandLine).request();
  }
}
