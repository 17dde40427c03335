package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.Golden;
import io.github.rustcross.maven.testing.Ending.Exited;
import io.github.rustcross.maven.testing.Ending.Signalled;
import io.github.rustcross.maven.testing.Ending.TimedOut;
import io.github.rustcross.maven.testing.TestCase.Broken;
import io.github.rustcross.maven.testing.TestCase.Failed;
import io.github.rustcross.maven.testing.TestCase.Ignored;
import io.github.rustcross.maven.testing.TestCase.Passed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded outputs are what the harness and rustdoc of Rust 1.95 printed, {@code report-time}
 * that of a nightly 1.101 and {@code mimic} libtest-mimic 0.8.
 */
@DisplayName("The output of a test program")
class TestOutputTest {
  private static final Path RECORDED =
      Path.of("src/test/resources/io/github/rustcross/maven/testing");
  private static final Ending FAILED = new Exited(101);
  private static final Ending CRASHED = new Signalled(11, "SIGSEGV");
  private static final Ending ABORTED = new Signalled(6, "SIGABRT");

  static Stream<Arguments> recorded() {
    return Stream.of(
        Arguments.of("captured", "lib", FAILED),
        Arguments.of("backtrace", "lib", FAILED),
        Arguments.of("colours", "lib", FAILED),
        Arguments.of("show-output", "lib", FAILED),
        Arguments.of("nocapture", "lib", FAILED),
        Arguments.of("nocapture-threads", "lib", FAILED),
        Arguments.of("quiet", "lib", FAILED),
        Arguments.of("report-time", "lib", FAILED),
        Arguments.of("mimic", "test-ui", FAILED),
        Arguments.of("mimic-quiet", "test-ui", FAILED),
        Arguments.of("glued", "test-so", FAILED),
        Arguments.of("glued-threads", "test-so", FAILED),
        Arguments.of("nested", "test-so", FAILED),
        Arguments.of("inherited", "test-so", new Exited(0)),
        Arguments.of("slow", "test-so", new Exited(0)),
        Arguments.of("crash", "test-crash", CRASHED),
        Arguments.of("crash-threads", "test-crash", CRASHED),
        Arguments.of("exits", "test-exits", new Exited(0)),
        Arguments.of("exits-threads", "test-exits", new Exited(0)),
        Arguments.of("overflow", "test-so", ABORTED),
        Arguments.of("overflow-threads", "test-so", ABORTED),
        Arguments.of("wasm", "lib", new Exited(1)),
        Arguments.of("wasm-nocapture", "lib", new Exited(1)),
        Arguments.of("no-harness", "test-custom", new Exited(4)),
        Arguments.of("doc-2021", "doc", FAILED),
        Arguments.of("doc-2024", "doc", FAILED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recorded")
  @DisplayName("is read in all its forms")
  void forms(String name, String part, Ending ending) {
    TestOutput output = new TestOutput(part);
    lines(name + ".out").forEach(output::standardOutput);
    lines(name + ".err").forEach(output::standardError);

    Golden.check("testing/" + name + ".txt", described(output.conclude(ending)));
  }

  @Test
  @DisplayName("has the same results in colours and with what passing tests printed")
  void sameResults() {
    List<TestCase> captured = read("captured", "lib").conclude(FAILED).cases();

    assertThat(captured).hasSize(15);
    assertThat(read("colours", "lib").conclude(FAILED).cases())
        .extracting(TestCase::name, test -> test.outcome().getClass())
        .containsExactlyInAnyOrderElementsOf(
            captured.stream()
                .map(
                    test ->
                        new org.assertj.core.groups.Tuple(test.name(), test.outcome().getClass()))
                .toList());
    assertThat(read("show-output", "lib").totals()).isEqualTo(new Totals(3, 10, 2));
  }

  @Test
  @DisplayName("tells while the program runs what has ended and what was begun")
  void running() {
    TestOutput output = new TestOutput("lib");

    assertThat(output.isLibtest()).isFalse();
    output.standardOutput("running 3 tests");
    output.standardOutput("test a::one ... ok");
    output.standardOutput("test a::two ... it prints");

    assertThat(output.isLibtest()).isTrue();
    assertThat(output.announced()).isEqualTo(3);
    assertThat(output.begun()).contains("a::two");
    assertThat(output.cases()).containsExactly(new TestCase("a::one", new Passed()));
    assertThat(output.totals()).isEqualTo(new Totals(0, 0, 0));
    assertThat(output.tail())
        .isEqualTo("running 3 tests\ntest a::one ... ok\ntest a::two ... it prints\n");

    output.standardOutput("more");
    output.standardOutput("ok");

    assertThat(output.begun()).isEmpty();
    assertThat(output.cases()).extracting(TestCase::name).containsExactly("a::one", "a::two");
  }

  @Test
  @DisplayName("names the test that runs out of time, and tells it from those that never ran")
  void timeout() {
    Conclusion conclusion =
        fed("lib", "running 4 tests", "test a ... ok", "test b ... ")
            .conclude(new TimedOut(Duration.ofSeconds(600)));

    assertThat(described(conclusion))
        .containsExactly(
            "passed a",
            "broken b: no result: the program did not end within 600 s; raise rust.test.timeout",
            "broken test without a result, 1 of 2: never ran: the program did not end within 600 s;"
                + " raise rust.test.timeout during b",
            "broken test without a result, 2 of 2: never ran: the program did not end within 600 s;"
                + " raise rust.test.timeout during b");
  }

  @Test
  @DisplayName("names the tests that the harness calls slow, where several ran at once")
  void slowOnes() {
    Conclusion conclusion =
        fed(
                "lib",
                "running 3 tests",
                "test b has been running for over 60 seconds",
                "test a has been running for over 60 seconds",
                "test a ... ok")
            .conclude(new TimedOut(Duration.ofMillis(61_500)));

    assertThat(described(conclusion))
        .containsExactly(
            "passed a",
            "broken b: no result: the program did not end within 61.5 s; raise rust.test.timeout",
            "broken test without a result, 1 of 1: no result: the program did not end within"
                + " 61.5 s; raise rust.test.timeout");
  }

  @Test
  @DisplayName("is no success where the program's exit code says otherwise")
  void exitCode() {
    String summary = "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
    String[] good = {"running 1 test", "test a ... ok", "", summary};

    assertThat(described(fed("lib", good).conclude(new Exited(0)))).containsExactly("passed a");
    assertThat(described(fed("lib", good).conclude(new Exited(3))))
        .containsExactly(
            "passed a",
            "broken lib: the program ended with exit code 3; all of its tests have results");
    assertThat(described(fed("lib", good).conclude(new Ending.ParentKilled("cargo"))))
        .containsExactly(
            "passed a",
            "broken lib: cargo, which ran the program, was ended before it; all of its tests have"
                + " results");
    assertThat(described(fed("lib", good[0], good[1]).conclude(new Exited(0))))
        .containsExactly(
            "passed a",
            "broken lib: no summary: the program ended with exit code 0; all of its tests have"
                + " results");
    assertThat(described(fed("lib", "running 0 tests").conclude(new Exited(0))))
        .containsExactly("broken lib: no summary: the program ended with exit code 0");
  }

  @Test
  @DisplayName("of a program without the harness is one result, its exit code")
  void noHarness() {
    assertThat(described(fed("test-own", "hello").conclude(new Exited(0))))
        .containsExactly("passed test-own");
    assertThat(described(fed("test-own", "hello").conclude(CRASHED)))
        .containsExactly(
            "broken test-own: no result: the program was ended by signal 11 (SIGSEGV)");
    assertThat(described(fed("test-own").conclude(new Ending.NotStarted("it is for x86_64"))))
        .containsExactly(
            "broken test-own: no result: the program was not started: it is for x86_64");
    assertThat(fed("test-own", "bad thing").conclude(new Exited(4)).cases())
        .containsExactly(
            new TestCase(
                "test-own", new Failed("the program ended with exit code 4", "bad thing\n")));
  }

  @Test
  @DisplayName("agrees with its summary where something is printed over results")
  void printedOver() {
    Conclusion conclusion =
        fed(
                "lib",
                "running 4 tests",
                "tes\rgarbled",
                "test b ... ok",
                "progress 100%test c:: ?? ... FAI",
                "test d ... ignored, \"why\"",
                "failures:",
                "",
                "failures:",
                "    c",
                "",
                "test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out")
            .conclude(FAILED);

    assertThat(described(conclusion))
        .containsExactly(
            "passed b",
            "ignored d (\"why\")",
            "failed c: failed; what it printed was not captured and is in the program's output",
            "passed test that passed, 1 of 1",
            "remark: 1 result has no name: something was printed over the lines of the tests");
  }

  @Test
  @DisplayName("is not misled by tests that print results")
  void fakes() {
    Conclusion conclusion =
        fed(
                "lib",
                "running 2 tests",
                "test a ... test fake ... FAILED",
                "test fake2 ... ok",
                "test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
                "failures:",
                "test b ... ok",
                "FAILED",
                "",
                "failures:",
                "",
                "failures:",
                "    b",
                "",
                "test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out")
            .conclude(FAILED);

    assertThat(conclusion.cases()).filteredOn(test -> test.outcome() instanceof Passed).hasSize(1);
    assertThat(conclusion.cases())
        .filteredOn(test -> test.outcome() instanceof Failed)
        .extracting(TestCase::name)
        .containsExactly("b");
  }

  @Test
  @DisplayName("gives results with times, benchmarks and time limits")
  void rareForms() {
    Conclusion conclusion =
        fed(
                "lib",
                "running 5 tests (shuffle seed: 42)",
                "test bench_a  ... bench:         123.45 ns/iter (+/- 6)",
                "test b ... ok <0.100s>",
                "test c ... FAILED (time limit exceeded) <2.000s>",
                "test d ... ignored, slow on CI <0.000s>",
                "test e ... FAILED <0.000s>",
                "",
                "failures:",
                "",
                "---- e stdout ----",
                "note: got unexpected return code 7",
                "",
                "failures:",
                "    e",
                "",
                "failures (time limit exceeded):",
                "",
                "---- c stdout ----",
                "it was slow",
                "",
                "",
                "failures (time limit exceeded):",
                "    c",
                "",
                "test result: FAILED. 1 passed; 2 failed; 1 ignored; 1 measured; 0 filtered out;"
                    + " finished in 2.00s")
            .conclude(FAILED);

    assertThat(described(conclusion))
        .containsExactly(
            "passed bench_a",
            "passed b",
            "failed c: it was slow",
            "ignored d (slow on CI)",
            "failed e: got unexpected return code 7");
  }

  @Test
  @DisplayName("of any length is kept in a bounded part, and the rest is read all the same")
  void bounded() {
    TestOutput output = new TestOutput("lib");
    output.standardOutput("running 2 tests");
    output.standardOutput("test a ... begins");
    String line = "x".repeat(100_000);
    for (int count = 0; count < 5_000; count++) {
      output.standardOutput(line);
      output.standardOutput("");
      output.standardError("thread 'w" + count + "' panicked at src/lib.rs:1:1:");
      output.standardError(line);
    }
    output.standardOutput("ok");
    output.standardOutput("test b ... FAILED");
    output.standardOutput("failures:");
    output.standardOutput("---- b stdout ----");
    output.standardOutput("first line");
    for (int count = 0; count < 1_000_000; count++) {
      output.standardOutput("");
    }
    output.standardOutput("thread 'b' panicked at src/lib.rs:7:1:");
    output.standardOutput("too much");
    output.standardOutput("failures:");
    output.standardOutput("    b");
    output.standardOutput(
        "test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out");
    Conclusion conclusion = output.conclude(FAILED);

    assertThat(described(conclusion))
        .containsExactly("passed a", "failed b: too much, at src/lib.rs:7:1");
    assertThat(((Failed) conclusion.cases().get(1).outcome()).output())
        .startsWith("first line\n")
        .contains("characters are left out here]\n")
        .hasSizeLessThan(33_000);
    assertThat(output.tail()).hasSizeLessThan(65_000).startsWith("[").contains("left out here]");
  }

  @Test
  @DisplayName("is not believed without end: results are counted, no longer kept")
  void manyResults() {
    TestOutput output = new TestOutput("lib");
    output.standardOutput("running 999999999 tests");
    IntStream.range(0, 150_000).forEach(test -> output.standardOutput("test t" + test + " ... ok"));
    Conclusion conclusion = output.conclude(CRASHED);

    assertThat(conclusion.cases()).hasSizeLessThanOrEqualTo(100_001);
    assertThat(conclusion.cases().get(100_000).outcome())
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.message()).contains("signal 11 (SIGSEGV)"));
    assertThat(conclusion.remarks())
        .containsExactly(
            "there are more tests than can be kept; 50000 results are left out of the report");

    assertThat(fed("lib", "running 999999999 tests").conclude(CRASHED).cases())
        .hasSizeLessThanOrEqualTo(100_000);
  }

  private static TestOutput fed(String part, String... lines) {
    TestOutput output = new TestOutput(part);
    Stream.of(lines).forEach(output::standardOutput);
    return output;
  }

  private static TestOutput read(String name, String part) {
    TestOutput output = new TestOutput(part);
    lines(name + ".out").forEach(output::standardOutput);
    lines(name + ".err").forEach(output::standardError);
    return output;
  }

  private static List<String> lines(String name) {
    Path file = RECORDED.resolve(name);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> described(Conclusion conclusion) {
    List<String> lines = new ArrayList<>();
    for (TestCase test : conclusion.cases()) {
      String kind = test.outcome().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
      String more =
          test.outcome() instanceof Ignored ignored
              ? ignored.reason().map(reason -> " (" + reason + ")").orElse("")
              : message(test).map(message -> ": " + message).orElse("");
      lines.add(kind + " " + test.name() + more);
    }
    conclusion.remarks().forEach(remark -> lines.add("remark: " + remark));
    return lines;
  }

  private static Optional<String> message(TestCase test) {
    if (test.outcome() instanceof Failed failed) {
      return Optional.of(failed.message());
    }
    return test.outcome() instanceof Broken broken
        ? Optional.of(broken.message())
        : Optional.empty();
  }
}
