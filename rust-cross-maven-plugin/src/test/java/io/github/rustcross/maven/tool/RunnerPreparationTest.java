package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.maven.fixture.Bin;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.runner.RunnerSetup;
import io.github.rustcross.runner.RunnerSetup.ForwardingLibrary;
import io.github.rustcross.toolchain.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The folder that a runner needs")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are shell scripts here")
class RunnerPreparationTest {
  private static final Origin ORIGIN = new Origin("catalog.yaml", 1, 1);
  private static final ForwardingLibrary LIBRARY =
      new ForwardingLibrary(
          "drive_c/windows/system32/bcryptprimitives.dll",
          "x64",
          Map.of("ProcessPrng", "advapi32.SystemFunction036"));

  private final List<String> progress = new ArrayList<>();

  @TempDir private Path temporary;
  private Path folder;
  private Bin bin;

  @BeforeEach
  void prepare() throws IOException {
    folder = temporary.resolve("runners/wine-8.0");
    bin = new Bin(temporary.resolve("bin"));
    bin.with(
        "boot",
        """
        [ -d "$PREFIX" ] && [ "$1" = --into="$PREFIX" ] && [ "$QUIET" = yes ] || exit 9
        echo "$PREFIX" >> '%s'
        /bin/mkdir -p "$PREFIX/drive_c/windows/system32" "$PREFIX/dosdevices"
        /bin/ln -s ../drive_c "$PREFIX/dosdevices/c:"
        echo '0024:fixme:noise' >&2
        """
            .formatted(temporary.resolve("booted")));
  }

  @Test
  @DisplayName("is made by the runner's command once, elsewhere, and is complete when it is there")
  void once() throws Exception {
    preparation().prepare(runner(), progress::add);
    preparation().prepare(runner(), progress::add);

    assertThat(folder.resolve("dosdevices/c:/windows/system32")).isDirectory();
    assertThat(Files.readAllLines(temporary.resolve("booted")))
        .singleElement()
        .asString()
        .startsWith(folder.resolveSibling(".tmp-").toString());
    assertThat(progress)
        .containsExactly(
            "Preparing wine 8.0 (once)",
            "wine 8.0 has no bcryptprimitives.dll, which programs of Rust need: added (ProcessPrng"
                + " is advapi32.SystemFunction036)");
    assertNothingElse("wine-8.0", "wine-8.0.lock");
  }

  @Test
  @DisplayName("keeps a library that the runner has itself")
  void ownLibrary() throws Exception {
    bin.with(
        "boot",
        """
        /bin/mkdir -p "$PREFIX/drive_c/windows/system32"
        echo own > "$PREFIX/drive_c/windows/system32/bcryptprimitives.dll"
        """);

    preparation().prepare(runner(), progress::add);

    assertThat(folder.resolve(LIBRARY.file())).hasContent("own");
    assertThat(progress).containsExactly("Preparing wine 8.0 (once)");
  }

  @Test
  @DisplayName("is not there when the command fails, and its last lines are told")
  void fails() throws Exception {
    bin.with("boot", "echo out of luck >&2; exit 3");

    Problem problem = refused(preparation());

    assertThat(problem.code()).isEqualTo(ProblemCode.RUNNER_UNUSABLE);
    assertThat(problem.message())
        .startsWith("wine 8.0 cannot be prepared: " + bin.path("boot") + " --into=")
        .endsWith(" ended with exit code 3:\n  out of luck");
    assertThat(problem.suggestion())
        .contains(
            "Run it by hand to see what is wrong with the installation: %s --into=%s"
                .formatted(bin.path("boot"), folder));
    assertNothingElse("wine-8.0.lock");
  }

  @Test
  @DisplayName("is not there when the command takes too long, which is ended")
  void hangs() throws Exception {
    bin.with("boot", "/bin/sleep 60");

    Problem problem =
        refused(new RunnerPreparation(bin.host(), new ProcessRunner(), Duration.ofMillis(500)));

    assertThat(problem.message()).endsWith(" took longer than 0 s");
    assertNothingElse("wine-8.0.lock");
  }

  @Test
  @DisplayName("cannot be made where nothing can be written: it is named")
  void unwritable() throws Exception {
    folder = Files.writeString(temporary.resolve("file"), "").resolve("runners/wine-8.0");

    assertThat(refused(preparation()))
        .isEqualTo(
            Problem.of(
                ProblemCode.CACHE_UNUSABLE,
                "the folder %s of wine 8.0 cannot be made: %s: Not a directory"
                    .formatted(folder, folder.getParent()),
                "Name a folder that can be written and has room: -Drust.cacheDir=/path/to/folder"));
  }

  @Test
  @DisplayName("is not needed by every runner")
  void none() throws Exception {
    preparation().prepare(runner(Optional.empty()), progress::add);

    assertThat(progress).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"x64, x86_64, 64", "x86, x86, 32", "arm64, aarch64, 64"})
  @DisplayName("has libraries whose header is that of their machine")
  void library(String machine, String architecture, int bits) throws Exception {
    Path file =
        Files.write(
            temporary.resolve("a.dll"),
            ForwarderImage.of("a.dll", machine, Map.of("B", "kernel32.C", "A", "kernel32.D")));

    assertThat(BinaryInspector.inspect(file))
        .satisfies(
            inspection -> {
              assertThat(inspection.format()).isEqualTo(BinaryFormat.PE);
              assertThat(inspection.kind()).isEqualTo(FileKind.SHARED_LIBRARY);
              assertThat(inspection.architecture()).isEqualTo(architecture);
              assertThat(inspection.bits()).isEqualTo(bits);
              assertThat(inspection.needed()).isEmpty();
            });
  }

  private RunnerPreparation preparation() {
    return new RunnerPreparation(bin.host(), new ProcessRunner());
  }

  private RunnerSelection.Runnable runner() {
    return runner(
        Optional.of(
            new RunnerSetup(
                folder,
                List.of(bin.path("boot").toString(), "--into=" + folder),
                Map.of(
                    "PREFIX", new Setting(folder.toString(), ORIGIN),
                    "QUIET", new Setting("yes", ORIGIN)),
                List.of(LIBRARY))));
  }

  private static RunnerSelection.Runnable runner(Optional<RunnerSetup> setup) {
    return new RunnerSelection.Runnable(
        "wine",
        Optional.of("8.0"),
        List.of("wine"),
        Map.of(),
        Optional.empty(),
        Set.of(),
        List.of(),
        setup,
        Set.of(),
        "it is here");
  }

  private Problem refused(RunnerPreparation preparation) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> preparation.prepare(runner(), progress::add));
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0);
  }

  private void assertNothingElse(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }
}
