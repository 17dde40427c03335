package io.github.rustcross.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.fixture.Golden;
import io.github.rustcross.maven.testing.TestCase;
import io.github.rustcross.maven.testing.TestCase.Broken;
import io.github.rustcross.maven.testing.TestCase.Failed;
import io.github.rustcross.maven.testing.TestCase.Ignored;
import io.github.rustcross.maven.testing.TestCase.Passed;
import io.github.rustcross.maven.testing.TestSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table at the end of a test run")
class TestTableTest {
  private static final TestCase EVERYWHERE =
      new TestCase("tests::wrong", new Failed("left: 3; right: 4, at src/lib.rs:5:9", ""));
  private static final TestCase LITTLE =
      new TestCase(
          "tests::from_bytes",
          new Failed(
              "assertion `left == right` failed; left: 16777216; right: 1, at src/lib.rs:12:9",
              ""));
  private static final TestCase FINE = new TestCase("tests::from_bytes", new Passed());
  private static final String NEVER =
      "never ran: the program ended with exit code 134 during tests::wrong";

  @Test
  @DisplayName("has a row for each target and each failing test once, with where it fails")
  void table() {
    List<String> lines =
        TestTable.lines(
            List.of(
                suite(
                    "x86_64-unknown-linux-gnu", "lib", "native", 740, List.of(), EVERYWHERE, FINE),
                suite(
                    "x86_64-unknown-linux-gnu",
                    "doc",
                    "native",
                    2100,
                    List.of(),
                    new TestCase("src/lib.rs - add (line 4)", new Passed())),
                suite(
                    "armv7-unknown-linux-gnueabihf",
                    "lib",
                    "qemu-user 7.2.22",
                    12_340,
                    List.of("2 processes of it were left and were ended"),
                    EVERYWHERE,
                    FINE,
                    new TestCase("tests::slow", new Ignored(Optional.of("slow")))),
                suite(
                    "s390x-unknown-linux-gnu",
                    "lib",
                    "qemu-user 7.2.22",
                    123_456,
                    List.of("2 processes of it were left and were ended"),
                    EVERYWHERE,
                    LITTLE),
                suite(
                    "wasm32-wasip1",
                    "lib",
                    "wasmtime 50.0.1",
                    90,
                    List.of(),
                    new TestCase("tests::wrong", new Failed("left: 5; right: 4", "")),
                    new TestCase("test without a result, 1 of 2", new Broken(NEVER, "")),
                    new TestCase("test without a result, 2 of 2", new Broken(NEVER, "")))),
            TargetCatalog.bundled().targets().values());

    Golden.check("report/tests.txt", lines);
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  @DisplayName("is only the table where all is well")
  void good() {
    assertThat(
            TestTable.lines(
                List.of(suite("x86_64-unknown-linux-gnu", "lib", "native", 40, List.of(), FINE)),
                TargetCatalog.bundled().targets().values()))
        .containsExactly(
            "target                    runner  passed  failed  ignored   time",
            "x86_64-unknown-linux-gnu  native       1       0        0  0.0 s");
  }

  @Test
  @DisplayName("stays readable with very many failures")
  void many() {
    List<TestCase> cases = new ArrayList<>();
    IntStream.range(0, 60)
        .forEach(number -> cases.add(new TestCase("t" + number, new Failed("m" + number, ""))));

    List<String> lines =
        TestTable.lines(
            List.of(
                suite(
                    "x86_64-unknown-linux-gnu",
                    "lib",
                    "native",
                    40,
                    List.of(),
                    cases.toArray(TestCase[]::new))),
            List.of());

    assertThat(lines)
        .contains("failed: demo lib t49", "  m49", "  fails on x86_64-unknown-linux-gnu")
        .doesNotContain("failed: demo lib t50")
        .endsWith("", "and 10 more; the XML files have them all");
  }

  private static TestSuite suite(
      String triple,
      String part,
      String runner,
      long millis,
      List<String> remarks,
      TestCase... cases) {
    return new TestSuite(
        new TargetTriple(triple),
        "demo",
        part,
        runner,
        Instant.EPOCH,
        Duration.ofMillis(millis),
        List.of(cases),
        "",
        remarks);
  }
}
