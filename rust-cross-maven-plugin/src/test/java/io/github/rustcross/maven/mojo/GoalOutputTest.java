package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.text.Page;
import io.github.rustcross.maven.text.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The output of a goal")
class GoalOutputTest {
  private static final Page PAGE = new Page().text(Style.GOOD, "ready");

  @TempDir private Path folder;

  private final List<String> logged = new ArrayList<>();
  private final Properties line = new Properties();
  private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private Map<String, String> environment = Map.of();

  @Test
  @DisplayName("goes into Maven's log where it is for people")
  void log() throws Exception {
    output(Optional.empty()).tell(PAGE);

    assertThat(logged).containsExactly("ready");
  }

  @Test
  @DisplayName("goes bare to standard output, in UTF-8, where it is for programs")
  void bare() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.US_ASCII));
    try {
      output(Optional.empty()).hand("{\"ä\": 1}\n");
    } finally {
      System.setOut(before);
    }

    assertThat(caught.toString(StandardCharsets.UTF_8)).isEqualTo("{\"ä\": 1}\n");
    assertThat(logged).isEmpty();
  }

  @Test
  @DisplayName("goes into a file without colours, which leaves nothing else behind")
  void file() throws Exception {
    line.setProperty("style.color", "always");
    Path file = folder.resolve("new/told.txt");

    output(Optional.of(file)).tell(PAGE);

    assertThat(file).hasContent("ready");
    assertThat(file.getParent()).isDirectoryNotContaining(path -> !path.equals(file));
    assertThat(logged).containsExactly("Written: " + file);
  }

  @Test
  @DisplayName("is not lost to another module's of the same build")
  void twice() throws Exception {
    Path file = folder.resolve("told.txt");
    output(Optional.of(file)).hand("1");

    assertThatThrownBy(() -> output(Optional.of(file)).hand("2"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "RC-OUTPUT-UNUSABLE: rust.outputFile=%s: another module or execution has written it in"
                    .formatted(file)
                + " this same build\n    Name it without the folder, so that each module has its"
                + " own; or choose the module with -pl, the execution with goal@id.");
    assertThat(file).hasContent("1");
  }

  @Test
  @DisplayName("says what is wrong with a file that cannot be written")
  void unwritable() throws Exception {
    Files.createFile(folder.resolve("file"));
    Path file = folder.resolve("file/told.txt");

    assertThatThrownBy(() -> output(Optional.of(file)).hand("1"))
        .hasMessageStartingWith("RC-OUTPUT-UNUSABLE: %s cannot be written: ".formatted(file))
        .hasMessageEndingWith(
            "Name a file in a folder that can be written: -Drust.outputFile=/path/to/file");
  }

  @Test
  @DisplayName("has colours where they are asked for, and none where nobody watches")
  void colours() {
    assertThat(output(Optional.empty()).hasColours()).as("tests have no terminal").isFalse();
    line.setProperty("style.color", "always");
    assertThat(output(Optional.empty()).hasColours()).isTrue();
    line.setProperty("style.color", "never");
    assertThat(output(Optional.empty()).hasColours()).isFalse();
  }

  @Test
  @DisplayName("has none on a terminal with -B, -l or NO_COLOR")
  void terminal() {
    assertThat(GoalOutput.isWatched(true, host(), true)).isTrue();
    assertThat(GoalOutput.isWatched(true, host(), false)).isFalse();
    assertThat(GoalOutput.isWatched(false, host(), true)).isFalse();
    environment = Map.of("NO_COLOR", "1");
    assertThat(GoalOutput.isWatched(true, host(), true)).isFalse();
    environment = Map.of("MAVEN_CMD_LINE_ARGS", " -q rust-cross:targets -l build.log");
    assertThat(GoalOutput.isWatched(true, host(), true)).isFalse();
  }

  private HostSystem host() {
    return new HostSystem(environment, System::getProperty);
  }

  // Maven has no other way of making a session.
  @SuppressWarnings("deprecation")
  private GoalOutput output(Optional<Path> file) {
    request.setUserProperties(line);
    MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
    return new GoalOutput(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence content) {
            logged.add(content.toString());
          }
        },
        session,
        host(),
        file);
  }
}
