package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.fixture.Bin;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.maven.rust.CargoConfig.ConfiguredRunner;
import io.github.rustcross.maven.testing.CargoRun;
import io.github.rustcross.maven.testing.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What stands in for test programs")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a shell script")
class TestRecorderTest {
  private static final TargetTriple HOST = new TargetTriple("x86_64-unknown-linux-gnu");

  private static final String TRIPLE = "aarch64-unknown-linux-gnu";
  private static final List<String> ODD =
      List.of("a b", "it's", "\"quoted\"", "two\nlines\n", "ä€", "", "$HOME", "*", "\\0", "--test");

  @TempDir private Path folder;
  private Path script;
  private Path record;

  @BeforeEach
  void write() throws IOException {
    record = folder.resolve("the record");
    script = folder.resolve("record-test");
    Files.writeString(script, recorder(Map.of()).script().content());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"sh", "dash", "bash", "bash --posix", "busybox sh"})
  @DisplayName("writes down words, folder and variables as they are, whatever the shell")
  void exact(String shell) throws IOException {
    Path directory = Files.createDirectory(folder.resolve("a 'crate' ä"));
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("CARGO_PKG_NAME", "app");
    variables.put("CARGO_BIN_EXE_my-app", "/a b/my-app");
    variables.put("TEXT", "two\nlines = ä\n");
    variables.put("EMPTY", "");

    List<String> words = new ArrayList<>(List.of(TestRecorder.RUN, TRIPLE, "/a b/app-0123"));
    words.addAll(ODD);
    assertThat(run(shell, directory, variables, words)).isEmpty();

    assertThat(Recording.read(record, HOST))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.kind()).isEqualTo(CargoRun.Kind.PROGRAM);
              assertThat(run.target().value()).isEqualTo(TRIPLE);
              assertThat(run.command().subList(1, run.command().size())).isEqualTo(ODD);
              assertThat(run.command().get(0)).isEqualTo("/a b/app-0123");
              assertThat(run.directory()).isEqualTo(directory);
              assertThat(run.crate()).isEqualTo("app");
              variables.remove(TestRecorder.FILE);
              assertThat(run.environment()).containsAllEntriesOf(variables);
              assertThat(run.environment()).doesNotContainKey(TestRecorder.FILE);
            });
  }

  @Test
  @DisplayName("writes down one run after the other")
  void several() throws IOException {
    run("sh", folder, variables(), List.of(TestRecorder.RUN, TRIPLE, "/one"));
    run("sh", folder, variables(), List.of(TestRecorder.RUN, "a-b-c", "/two", "filter"));
    run("sh", folder, variables(), List.of("--test", "src/lib.rs", "--target", TRIPLE));

    assertThat(Recording.read(record, HOST))
        .extracting(run -> run.kind() + " " + run.target() + " " + run.command())
        .containsExactly(
            "PROGRAM " + TRIPLE + " [/one]",
            "PROGRAM a-b-c [/two, filter]",
            "DOCUMENTATION " + TRIPLE + " [--test, src/lib.rs, --target, " + TRIPLE + "]");
  }

  @Test
  @DisplayName("writes down variables that are no text, which keep no test from running")
  void bytes() throws IOException {
    Path inner = folder.resolve("inner");
    Files.writeString(
        inner, "BYTES=$(printf 'a\\377b') exec sh '%s' --run %s /app\n".formatted(script, TRIPLE));
    new ProcessRunner().capture(new Command(List.of("sh", inner.toString()), folder, variables()));

    assertThat(Recording.read(record, HOST))
        .singleElement()
        .satisfies(run -> assertThat(run.environment()).containsEntry("BYTES", "a\ufffdb"));
  }

  @Test
  @DisplayName("hands on to the user's own rustdoc what is no test of documentation")
  void otherUses() throws IOException {
    Path own = folder.resolve("own");
    new Bin(own).with("rustdoc", "echo \"rustdoc: $*\"");
    Map<String, String> variables = new HashMap<>(variables());
    variables.put(TestRecorder.RUSTDOC, own.resolve("rustdoc").toString());

    assertThat(run("sh", folder, variables, List.of("-vV", "--cfg", "a --test b")))
        .isEqualTo("rustdoc: -vV --cfg a --test b\n");
    variables.remove(TestRecorder.RUSTDOC);
    variables.put("PATH", own + ":" + variables.get("PATH"));
    assertThat(run("sh", folder, variables, List.of("--version")))
        .isEqualTo("rustdoc: --version\n");
    assertThat(Recording.read(record, HOST)).isEmpty();
  }

  @Test
  @DisplayName("is named to cargo as the user's own runner is, as a list or as a text")
  void forms() throws Exception {
    TestRecorder recorder =
        recorder(
            Map.of(
                "a-b-c",
                new ConfiguredRunner(List.of("wine"), true),
                "cfg(unix)",
                new ConfiguredRunner(List.of("sh"), true),
                TRIPLE,
                new ConfiguredRunner(List.of("qemu"), false)));
    String path = recorder.script().path().toString();

    assertThat(toml(recorder.runner("a-b-c")).asText()).isEqualTo(path + " --run a-b-c");
    assertThat(toml(recorder.runner(TRIPLE)))
        .extracting(JsonNode::asText)
        .containsExactly(path, "--run", TRIPLE);
    assertThat(toml(recorder.runner("x-y-z")))
        .extracting(JsonNode::asText)
        .containsExactly(path, "--run", "x-y-z");
  }

  private static JsonNode toml(String value) throws IOException {
    return new TomlMapper().readTree("value = " + value).path("value");
  }

  private TestRecorder recorder(Map<String, ConfiguredRunner> runners) {
    return TestRecorder.of(
        folder,
        HOST,
        new CargoConfig(
            List.of(), List.of(), false, runners, Optional.empty(), List.of(), List.of()));
  }

  private Map<String, String> variables() {
    return Map.of(
        "PATH", new HostSystem().variable("PATH").orElseThrow(), TestRecorder.FILE, "" + record);
  }

  private String run(
      String shell, Path directory, Map<String, String> variables, List<String> words)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(shell.split(" ")));
    assumeTrue(new HostSystem().program(line.get(0)).isPresent(), "needs " + line.get(0));
    line.add(script.toString());
    line.addAll(words);
    ProcessOutput output = new ProcessRunner().capture(new Command(line, directory, variables));
    assertThat(Stream.of(output.stderr())).containsExactly("");
    assertThat(output.exitCode()).isZero();
    return output.stdout();
  }
}
