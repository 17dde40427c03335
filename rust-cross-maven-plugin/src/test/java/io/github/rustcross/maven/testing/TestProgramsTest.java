package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.cargo.ProducedFile;
import io.github.rustcross.maven.fixture.Bin;
import io.github.rustcross.maven.fixture.RecordedLog;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.process.Supervisor;
import io.github.rustcross.runner.RunnerSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A test program")
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class TestProgramsTest {
  private static final int ELF_MACHINE = 18;
  private static final byte RISCV = (byte) 243;

  private static final String SOURCE =
      """
      use std::process::{abort, exit, Command};
      use std::time::Duration;

      extern "C" { fn atexit(last: extern "C" fn()) -> i32; }
      extern "C" fn end() { abort() }

      fn alone() -> bool { std::env::args().any(|word| word == "--test-threads=1") }

      mod fine {
        #[test] fn passes() {}
        #[test] #[ignore = "not today"] fn waits() {}
        #[test] #[should_panic] fn panics() { panic!("as it should") }
        #[test] fn fails() { println!("before"); assert_eq!(1, 2) }
      }
      mod crash {
        #[test] fn before() {}
        #[test] fn boom() { super::abort() }
        #[test] fn later() {}
        #[test] fn later_too() { panic!("fails too") }
      }
      mod hang {
        #[test] fn before() {}
        #[test] fn forever() { loop { std::thread::sleep(super::Duration::from_secs(9)) } }
        #[test] fn later() {}
      }
      mod quits {
        #[test] fn before() {}
        #[test] fn halfway() { super::exit(0) }
        #[test] fn later() {}
      }
      mod crowd {
        #[test] fn one() { if !super::alone() { super::abort() } }
        #[test] fn two() { if !super::alone() { super::abort() } }
      }
      mod last { #[test] fn leaves_a_trap() { unsafe { super::atexit(super::end); } } }
      mod left {
        #[test] fn behind() { super::Command::new("sleep").arg("3000").spawn().unwrap(); }
      }
      mod parent {
        #[test] fn ends_it() {
          let parent = std::os::unix::process::parent_id().to_string();
          super::Command::new("kill").args(["-KILL", &parent]).status().unwrap();
          std::thread::sleep(super::Duration::from_secs(9));
        }
      }
      mod variable {
        #[test] fn has_a_dash() {
          assert_eq!(std::env::var("CARGO_BIN_EXE_my-app").unwrap(), "/a b/my-app");
          assert!(std::env::var("RUSTDOC").is_err());
        }
      }
      """;

  @TempDir private static Path compiled;
  private static Path program;
  private static Target target;

  @TempDir private Path folder;
  private final HostSystem host = new HostSystem();
  private final Map<String, String> variables = new HashMap<>(host.environment());
  private Optional<Duration> limit = Optional.empty();

  @BeforeAll
  static void compile() throws IOException {
    HostSystem host = new HostSystem();
    assumeTrue(host.program("rustc").isPresent(), "needs rustc on PATH");
    assumeTrue(host.program("cc").isPresent(), "needs cc on PATH");
    String triple =
        rustc(host, "-vV")
            .lines()
            .filter(line -> line.startsWith("host: "))
            .map(line -> line.substring("host: ".length()))
            .findFirst()
            .orElseThrow();
    target = TargetCatalog.bundled().require(new TargetTriple(triple));
    Files.writeString(compiled.resolve("tests.rs"), SOURCE);
    program = compiled.resolve("app-0123");
    rustc(host, "--test", "--edition=2021", "-Cdebuginfo=0", "tests.rs", "-o", program.toString());
  }

  private static String rustc(HostSystem host, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("rustc"));
    line.addAll(List.of(arguments));
    ProcessOutput output =
        new ProcessRunner().capture(new Command(line, compiled, host.environment()));
    assertThat(output.exitCode()).as(output.stderr()).isZero();
    return output.stdout();
  }

  @Test
  @DisplayName("has a result for each test, with what a failed one printed")
  void ordinary() throws IOException {
    TestSuite suite = run("fine::");

    assertThat(results(suite))
        .containsOnlyKeys("fine::passes", "fine::waits", "fine::panics", "fine::fails")
        .containsEntry("fine::passes", "passed")
        .containsEntry("fine::panics", "passed")
        .containsEntry("fine::waits", "ignored: not today");
    assertThat(results(suite).get("fine::fails")).startsWith("failed: assertion `left == right`");
    assertThat(suite.part()).isEqualTo("lib");
    assertThat(suite.crate()).isEqualTo("app");
    assertThat(suite.runner()).isEqualTo("native");
    assertThat(suite.remarks()).isEmpty();
    assertThat(suite.output()).contains("before", "test result: FAILED");
  }

  @Test
  @DisplayName("that crashes has the crash as the result of the test whose it is")
  void crash() throws IOException {
    assertThat(results(run("crash::")))
        .containsOnlyKeys("crash::before", "crash::boom", "crash::later", "crash::later_too")
        .containsEntry("crash::before", "passed")
        .containsEntry("crash::later", "passed")
        .containsEntry(
            "crash::boom", "broken: no result: the program was ended by signal 6 (SIGABRT)")
        .hasEntrySatisfying(
            "crash::later_too", said -> assertThat(said).startsWith("failed: fails too"));
  }

  @Test
  @DisplayName(
      "that crashes has all results though the user's filters name the test, or hide names")
  void filters() throws IOException {
    assertThat(results(run("crash::boom", "crash::later", "--test-threads", "4")))
        .containsOnlyKeys("crash::boom", "crash::later", "crash::later_too")
        .containsEntry("crash::later", "passed");
    assertThat(results(run("--exact", "crash::boom", "crash::later", "crash::before")))
        .containsOnlyKeys("crash::boom", "crash::later", "crash::before")
        .containsEntry("crash::later", "passed");
    assertThat(results(run("crash::", "--quiet", "--skip", "too")))
        .containsOnlyKeys("crash::before", "crash::boom", "crash::later")
        .containsEntry("crash::before", "passed");
  }

  @Test
  @DisplayName("that hangs is ended; the test that hangs is named, those behind it are run")
  void hang() throws IOException {
    limit = Optional.of(Duration.ofSeconds(1));

    assertThat(results(run("hang::")))
        .containsOnlyKeys("hang::before", "hang::forever", "hang::later")
        .containsEntry("hang::before", "passed")
        .containsEntry("hang::later", "passed")
        .containsEntry(
            "hang::forever",
            "broken: no result: the program did not end within 1 s; raise rust.test.timeout");
  }

  @Test
  @DisplayName("in which a test calls exit(0) has not passed")
  void exit() throws IOException {
    assertThat(results(run("quits::")))
        .containsOnlyKeys("quits::before", "quits::halfway", "quits::later")
        .containsEntry("quits::before", "passed")
        .containsEntry(
            "quits::halfway",
            "broken: no result: the program ended with exit code 0 before its tests were through:"
                + " a test called exit");
  }

  @Test
  @DisplayName("that crashes only while tests run at once has not passed")
  void together() throws IOException {
    assertThat(results(run("crowd::")))
        .containsOnlyKeys("crowd::one", "crowd::two", "lib")
        .containsEntry("crowd::one", "passed")
        .containsEntry(
            "lib",
            "broken: no result: the program was ended by signal 6 (SIGABRT); one after the other,"
                + " all of its tests are through");
  }

  @Test
  @DisplayName("that crashes after its last test has that as a result of its own")
  void destructor() throws IOException {
    assertThat(results(run("last::")))
        .containsOnlyKeys("last::leaves_a_trap", "lib")
        .containsEntry("last::leaves_a_trap", "passed")
        .containsEntry(
            "lib",
            "broken: the program was ended by signal 6 (SIGABRT); all of its tests have results");
  }

  @Test
  @DisplayName("that leaves a process behind passes, with a remark; the process is ended")
  void survivors() throws IOException {
    try (RecordedLog log = new RecordedLog()) {
      TestSuite suite = run("left::");

      assertThat(results(suite)).isEqualTo(Map.of("left::behind", "passed"));
      assertThat(suite.remarks())
          .singleElement()
          .asString()
          .matches("left processes behind, which were ended: (\\d+) \\(/\\S+/sleep\\)");
      assertThat(log.lines()).first().isEqualTo("info: " + target.triple() + ": app lib");
      assertThat(log.lines())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .startsWith("warn: " + target.triple() + ": app lib left processes behind"));
      long pid = Long.parseLong(suite.remarks().get(0).replaceAll("\\D+(\\d+).*", "$1"));
      assertThat(ProcessHandle.of(pid).flatMap(process -> process.info().command())).isEmpty();
    }
  }

  @Test
  @DisplayName("that ends its parent does not end the build")
  void parent() throws IOException {
    assertThat(results(run("parent::")))
        .containsExactly(
            Map.entry(
                "parent::ends_it",
                "broken: no result: its parent process, which ran the program, was ended before"
                    + " it"));
  }

  @Test
  @DisplayName("sees the variables that cargo has for it, whatever their names are")
  void variables() throws IOException {
    variables.put("CARGO_BIN_EXE_my-app", "/a b/my-app");

    assertThat(results(run("variable::"))).isEqualTo(Map.of("variable::has_a_dash", "passed"));
  }

  @Test
  @DisplayName("for another machine is not run; the message says for which it is")
  void foreign() throws IOException {
    byte[] image = Files.readAllBytes(program);
    image[ELF_MACHINE] = RISCV;
    Path foreign = Files.write(folder.resolve("foreign"), image);

    assertThat(message(foreign))
        .startsWith("broken: no result: the program was not started: ")
        .contains("foreign", "riscv64");
  }

  @Test
  @DisplayName("that is no binary is not run, and no shell gets it to read")
  void script() throws IOException {
    Path script = Files.writeString(folder.resolve("script"), "touch ran\nexit 0\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    assertThat(message(script))
        .startsWith("broken: no result: the program was not started: " + script + " is no program");
    assertThat(folder.resolve("ran")).doesNotExist();

    Files.writeString(script, "");
    assertThat(message(script)).contains(script + " is no program");
  }

  @Test
  @DisplayName("that is not there is said to be missing")
  void missing() throws IOException {
    assertThat(message(folder.resolve("gone")))
        .isEqualTo(
            "broken: no result: the program was not started: there is no file "
                + folder.resolve("gone"));
    assertThat(message(folder)).endsWith("there is no file " + folder);
  }

  @Test
  @DisplayName("whose runner cannot be started says so")
  void runner() throws IOException {
    TestSuite suite =
        new TestPrograms(host, new Supervisor())
            .run(
                program(program, List.of("fine::passes")),
                List.of(),
                setting(List.of("/no/runner")));

    assertThat(results(suite))
        .isEqualTo(Map.of("app-0123", "failed: the program ended with exit code 127"));
    assertThat(suite.output()).contains("/no/runner");
  }

  @Test
  @DisplayName("is called after the part of the package that cargo built it from")
  void parts() throws IOException {
    assertThat(part("lib")).isEqualTo("lib");
    assertThat(part("cdylib", "rlib", "staticlib")).isEqualTo("lib");
    assertThat(part("proc-macro")).isEqualTo("lib");
    assertThat(part("bin")).isEqualTo("bin-tool");
    assertThat(part("test")).isEqualTo("test-tool");
    assertThat(part("example")).isEqualTo("example-tool");
    assertThat(part("bench")).isEqualTo("bench-tool");
  }

  @Test
  @DisplayName("of documentation is compiled by the user's own rustdoc, or by cargo's neighbour")
  void documentation() throws IOException {
    String script =
        """
        echo "$0 $*" > called
        echo "running 1 test"
        echo "test src/lib.rs - (line 3) ... ok"
        echo
        echo "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out"
        """;
    new Bin(folder.resolve("own")).with("rustdoc", script);
    new Bin(folder.resolve("toolchain")).with("rustdoc", script).with("cargo", "exit 1");
    variables.put("CARGO", folder.resolve("toolchain/cargo").toString());
    CargoRun neighbour = documentation(variables);
    variables.put("RUSTDOC", folder.resolve("own/rustdoc").toString());
    CargoRun own = documentation(variables);

    TestSuite suite = run(neighbour);
    assertThat(suite.part()).isEqualTo("doc");
    assertThat(results(suite)).isEqualTo(Map.of("src/lib.rs - (line 3)", "passed"));
    assertThat(folder.resolve("called"))
        .content()
        .isEqualTo(folder.resolve("toolchain/rustdoc") + " --test src/lib.rs --cfg x\n");
    run(own);
    assertThat(folder.resolve("called")).content().startsWith("" + folder.resolve("own/rustdoc"));
  }

  private CargoRun documentation(Map<String, String> environment) {
    return new CargoRun(
        CargoRun.Kind.DOCUMENTATION,
        target.triple(),
        List.of("--test", "src/lib.rs", "--test-runtool", "recorder"),
        folder,
        environment);
  }

  private String part(String... kinds) throws IOException {
    Path gone = folder.resolve("gone");
    ProducedFile file = new ProducedFile("id", "tool", List.of(kinds), List.of(gone), false);
    return new TestPrograms(host, new Supervisor())
        .run(program(gone, List.of()), List.of(file), setting(List.of()))
        .part();
  }

  private String message(Path file) throws IOException {
    TestSuite suite = run(program(file, List.of()));
    assertThat(suite.cases()).hasSize(1);
    return results(suite).values().iterator().next();
  }

  private TestSuite run(String... arguments) throws IOException {
    return run(program(program, List.of(arguments)));
  }

  private TestSuite run(CargoRun run) throws IOException {
    ProducedFile file = new ProducedFile("id", "app", List.of("lib"), List.of(program), false);
    return new TestPrograms(host, new Supervisor()).run(run, List.of(file), setting(List.of()));
  }

  private CargoRun program(Path file, List<String> arguments) {
    variables.put("CARGO_PKG_NAME", "app");
    variables.remove("RUST_TEST_THREADS");
    List<String> line = new ArrayList<>(List.of(file.toString()));
    line.addAll(arguments);
    return new CargoRun(CargoRun.Kind.PROGRAM, target.triple(), line, folder, variables);
  }

  private TestPrograms.Setting setting(List<String> command) {
    return new TestPrograms.Setting(
        target,
        RunnerSelection.Runnable.of("native", command, "this machine"),
        List.of("--cfg", "x"),
        limit,
        Duration.ofMinutes(1));
  }

  private static Map<String, String> results(TestSuite suite) {
    Map<String, String> results = new LinkedHashMap<>();
    for (TestCase test : suite.cases()) {
      results.put(test.name(), said(test.outcome()));
    }
    assertThat(results).hasSameSizeAs(suite.cases());
    return results;
  }

  private static String said(TestCase.Outcome outcome) {
    if (outcome instanceof TestCase.Failed failed) {
      return "failed: " + failed.message();
    }
    if (outcome instanceof TestCase.Broken broken) {
      return "broken: " + broken.message();
    }
    return outcome instanceof TestCase.Ignored ignored
        ? "ignored: " + ignored.reason().orElse("")
        : "passed";
  }
}
