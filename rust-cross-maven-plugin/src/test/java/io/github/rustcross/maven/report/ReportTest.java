package io.github.rustcross.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.maven.fixture.Binaries;
import io.github.rustcross.maven.fixture.Golden;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.report.TargetResult.Status;
import io.github.rustcross.maven.report.TargetResult.ToolchainUsed;
import io.github.rustcross.verify.RuleLevels;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The report of a build")
class ReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RuleLevels LEVELS = new RuleLevels(Map.of());

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void prepare() {
    folder = temporary.resolve("rust-cross");
  }

  @Test
  @DisplayName("fits its published schema: built, failed and skipped targets of all kinds")
  void fitsSchema() throws Exception {
    JsonNode json = written(report());

    assertThat(problems(json)).isEmpty();
    assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.path("rustc").asText()).isEqualTo("1.95.0");
    assertThat(json.path("targets"))
        .extracting(target -> target.path("status").asText())
        .containsExactly("built", "built", "built", "built", "failed", "failed", "skipped");
  }

  @Test
  @DisplayName("has the measured facts of each binary")
  void facts() throws Exception {
    JsonNode artifact = written(report()).path("targets").path(0).path("artifacts").path(0);

    assertThat(artifact)
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "path": "x86_64-unknown-linux-gnu/app",
                  "kind": "bin",
                  "name": "app",
                  "sha256": "%s",
                  "size": 1536,
                  "type": "exe",
                  "classifier": "linux-x86_64",
                  "inspection": {
                    "format": "elf",
                    "architecture": "x86_64",
                    "bits": 64,
                    "endianness": "little",
                    "linkage": "dynamic",
                    "interpreter": "/lib64/ld-linux-x86-64.so.2",
                    "glibc": "2.17",
                    "needed": ["libc.so.6", "libgcc_s.so.1"]
                  },
                  "checks": [],
                  "runtimeDependencies": []
                }
                """
                    .formatted("ab".repeat(32))));
  }

  @Test
  @DisplayName(
      "has what was looked at in each binary, promised and measured, and how much it counts")
  void checks() throws Exception {
    JsonNode artifact = written(Reports.all(folder)).path("targets").path(1).path("artifacts");

    assertThat(artifact.path(0).path("checks"))
        .isEqualTo(
            JSON.readTree(
                """
                [{
                  "rule": "library",
                  "code": "RC-VERIFY-LIBRARY",
                  "subject": null,
                  "measured": "/usr/lib/libSystem.B.dylib",
                  "promised": "libraries of the platform",
                  "outcome": "kept",
                  "level": "strict"
                }, {
                  "rule": "minimum-os",
                  "code": "RC-VERIFY-MINIMUM-OS",
                  "subject": "aarch64",
                  "measured": "macos 11.0",
                  "promised": null,
                  "outcome": "reported",
                  "level": "strict"
                }, {
                  "rule": "install-name",
                  "code": "RC-VERIFY-INSTALL-NAME",
                  "subject": null,
                  "measured": "/build/libapp.dylib",
                  "promised": "@rpath/*",
                  "outcome": "broken",
                  "level": "warn"
                }]
                """));
    assertThat(artifact.path(0).path("runtimeDependencies"))
        .isEqualTo(JSON.readTree("[\"/opt/lib/libextra.dylib\"]"));
  }

  @Test
  @DisplayName("has binaries that were refused, though they lie nowhere")
  void refused() throws Exception {
    JsonNode json = written(Reports.all(folder));
    JsonNode target = json.path("targets").path(2);
    JsonNode refused = target.path("refused").path(0);

    assertThat(problems(json)).isEmpty();
    assertThat(target.path("artifacts")).isEmpty();
    assertThat(target.path("refused")).hasSize(1);
    assertThat(refused.path("file").asText()).isEqualTo("app");
    assertThat(refused.path("kind").asText()).isEqualTo("bin");
    assertThat(refused.path("size").asLong()).isEqualTo(2048);
    assertThat(refused.path("inspection").path("glibc").asText()).isEqualTo("2.34");
    assertThat(refused.path("checks"))
        .extracting(check -> check.path("rule").asText() + " " + check.path("outcome").asText())
        .containsExactly("library broken", "glibc broken", "build-path broken");
  }

  @Test
  @DisplayName("says what is wrong in sentences, without the lines of the log")
  void sentences() throws Exception {
    JsonNode target = written(Reports.all(folder)).path("targets").path(2);

    assertThat(target.path("problems"))
        .extracting(problem -> problem.path("message").asText())
        .containsExactly(
            "aarch64-unknown-linux-gnu/app: library: needs libß.so; promised is libraries of the"
                + " platform. libß.so is no part of the platform.",
            "aarch64-unknown-linux-gnu/app: glibc: 2.34; promised is 2.17 or older."
                + " pthread_create@GLIBC_2.34 came with glibc 2.34.");
  }

  @Test
  @DisplayName("calls a wasm module wasm, and a universal file's slices by their machines")
  void kinds() throws Exception {
    JsonNode targets = written(report()).path("targets");

    assertThat(targets.path(2).path("artifacts").path(0).path("kind").asText()).isEqualTo("wasm");
    assertThat(targets.path(3).path("artifacts").path(0).path("inspection").path("slices"))
        .extracting(slice -> slice.path("architecture").asText())
        .containsExactly("x86_64", "aarch64");
  }

  @Test
  @DisplayName("names what went wrong, with code and suggestion")
  void wrong() throws Exception {
    JsonNode failed = written(report()).path("targets").path(4);

    assertThat(failed.path("problems"))
        .isEqualTo(
            JSON.readTree(
                """
                [{
                  "code": "RC-CARGO-FAILED",
                  "message": "cargo could not build it",
                  "suggestion": null
                }]
                """));
  }

  @Test
  @DisplayName("replaces an earlier one, ends with a line end, and nothing else lies beside it")
  void replaced() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.json"), "an earlier one");

    assertThat(written(report()).isObject()).isTrue();
    assertThat(folder).isDirectoryContaining("glob:**/report.json");
    assertThat(folder.resolve("report.json")).content().endsWith("}\n");
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("report.json", "report.html");
    }
  }

  @Test
  @DisplayName("fits its schema too where the build did not get as far as its targets")
  void failedBefore() throws Exception {
    List<Problem> problems = List.of(Problem.of(ProblemCode.TARGET_UNKNOWN, "no such", "Look."));

    for (Optional<String> version : List.of(Optional.of("1.0.0"), Optional.<String>empty())) {
      JsonNode json = written(BuildReport.failed(version, problems));

      assertThat(problems(json)).isEmpty();
      assertThat(json.path("catalogVersion").asText(null)).isEqualTo(version.orElse(null));
      assertThat(json.path("problems").path(0).path("message").asText()).isEqualTo("no such");
    }
  }

  @Test
  @DisplayName("says which targets are not as they should be")
  void failures() {
    assertThat(report().failures())
        .extracting(target -> target.triple().value())
        .containsExactly("aarch64-unknown-linux-gnu", "aarch64-apple-darwin");
  }

  @Test
  @DisplayName("ends a build as a table")
  void table() {
    Golden.check("report/table.txt", ReportTable.lines(report()));
  }

  private BuildReport report() {
    return new BuildReport(
        List.of("app 1.0.0"),
        Optional.empty(),
        Optional.of("1.0.0"),
        Optional.of("1.95.0"),
        Optional.of("1.95.0"),
        Map.of(),
        List.of(
            built(
                "x86_64-unknown-linux-gnu",
                "zig",
                Optional.of("0.17.0"),
                Binaries.finished(
                    folder.resolve("x86_64-unknown-linux-gnu/app"),
                    ArtifactKind.BIN,
                    "exe",
                    "linux-x86_64",
                    1536,
                    Binaries.glibc("x86_64", "/lib64/ld-linux-x86-64.so.2", "2.17"))),
            built(
                "x86_64-unknown-linux-musl",
                "zig + rust-lld, zig",
                Optional.empty(),
                Binaries.finished(
                    folder.resolve("x86_64-unknown-linux-musl/app"),
                    ArtifactKind.BIN,
                    "exe",
                    "linux-x86_64-musl",
                    5_452_595,
                    Binaries.musl("x86_64")),
                Binaries.finished(
                    folder.resolve("x86_64-unknown-linux-musl/libapp.so"),
                    ArtifactKind.CDYLIB,
                    "jar",
                    "linux-x86_64-musl",
                    1024 * 1024,
                    Binaries.dynamic(
                        BinaryFormat.ELF, FileKind.SHARED_LIBRARY, "x86_64", 64, "libc.so"))),
            built(
                "wasm32-wasip1",
                "rust-lld",
                Optional.of("1.95.0"),
                Binaries.finished(
                    folder.resolve("wasm32-wasip1/app.wasm"),
                    ArtifactKind.BIN,
                    "wasm",
                    "wasm32-wasip1",
                    1,
                    Binaries.dynamic(
                        BinaryFormat.WASM,
                        FileKind.EXECUTABLE,
                        "wasm32",
                        32,
                        "wasi_snapshot_preview1"))),
            built(
                "universal2-apple-darwin",
                "zig",
                Optional.of("0.17.0"),
                Binaries.finished(
                    folder.resolve("universal2-apple-darwin/app"),
                    ArtifactKind.BIN,
                    "exe",
                    "osx-universal2",
                    1024 * 1024 - 1,
                    Binaries.universal("/usr/lib/dyld"))),
            new TargetResult(
                new TargetTriple("aarch64-unknown-linux-gnu"),
                Status.FAILED,
                Optional.of(new ToolchainUsed("zig", Optional.empty())),
                Optional.empty(),
                LEVELS,
                List.of(),
                List.of(),
                List.of(Problem.of(ProblemCode.CARGO_FAILED, "cargo could not build it")),
                List.of()),
            new TargetResult(
                new TargetTriple("aarch64-apple-darwin"),
                Status.FAILED,
                Optional.of(new ToolchainUsed("zig", Optional.of("0.17.0"))),
                Optional.empty(),
                LEVELS,
                List.of(
                    Binaries.finished(
                        folder.resolve("aarch64-apple-darwin/libapp.a"),
                        ArtifactKind.STATICLIB,
                        "a",
                        "osx-aarch_64",
                        900,
                        Binaries.archive("aarch64"))),
                List.of(),
                List.of(Problem.of(ProblemCode.VERIFY_LOADER, "asks for another loader", "Look.")),
                List.of()),
            TargetResult.skipped(
                new TargetTriple("x86_64-pc-windows-gnu"),
                Problem.of(ProblemCode.TOOLCHAIN_UNAVAILABLE, "no", "Try: this"))),
        List.of(),
        List.of());
  }

  private static TargetResult built(
      String triple, String toolchain, Optional<String> version, FinishedArtifact... artifacts) {
    return new TargetResult(
        new TargetTriple(triple),
        Status.BUILT,
        Optional.of(new ToolchainUsed(toolchain, version)),
        Optional.empty(),
        LEVELS,
        List.of(artifacts),
        List.of(),
        List.of(),
        List.of());
  }

  private JsonNode written(BuildReport report) throws Exception {
    ReportWriter.write(report, folder);
    return JSON.readTree(folder.resolve("report.json").toFile());
  }

  private static List<String> problems(JsonNode json) throws Exception {
    try (InputStream stream = TargetCatalog.class.getResourceAsStream("report.schema.json")) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(JSON.readTree(stream));
      return schema.validate(json).stream().map(ValidationMessage::toString).toList();
    }
  }
}
