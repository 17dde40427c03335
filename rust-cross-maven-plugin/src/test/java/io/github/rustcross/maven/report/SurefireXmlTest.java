package io.github.rustcross.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.testing.TestCase;
import io.github.rustcross.maven.testing.TestCase.Broken;
import io.github.rustcross.maven.testing.TestCase.Failed;
import io.github.rustcross.maven.testing.TestCase.Ignored;
import io.github.rustcross.maven.testing.TestCase.Passed;
import io.github.rustcross.maven.testing.TestSuite;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@DisplayName("Results as Surefire writes them")
class SurefireXmlTest {
  private static final String TRIPLE = "s390x-unknown-linux-gnu";
  private static final String NASTY =
      "a < b && \"c\" ]]> \u0000\u001b[31m \ud800 😀 \uFFFF é\n\ttab";

  @TempDir private Path temporary;

  @Test
  @DisplayName("are read by Surefire's own parser: numbers, names, messages and texts")
  void readBySurefire() throws Exception {
    Path file =
        new SurefireXml(temporary, "default-test")
            .write(
                suite(
                    "lib",
                    new TestCase("top", new Passed()),
                    new TestCase("tests::deep::fine", new Passed()),
                    new TestCase("tests::left", new Ignored(Optional.of("needs a <network>"))),
                    new TestCase("tests::left2", new Ignored(Optional.empty())),
                    new TestCase("tests::bad", new Failed("left: 1; right: 2", "line 1\nline 2")),
                    new TestCase("tests::crash", new Broken("no result: signal 11", "the end"))));

    assertThat(file).hasFileName("TEST-rust-s390x-unknown-linux-gnu.demo.lib.xml");
    List<ReportTestSuite> classes = parsed(file);
    assertThat(classes)
        .extracting(
            ReportTestSuite::getFullClassName,
            ReportTestSuite::getNumberOfTests,
            ReportTestSuite::getNumberOfFailures,
            ReportTestSuite::getNumberOfErrors,
            ReportTestSuite::getNumberOfSkipped)
        .containsExactly(
            tuple(TRIPLE + ".demo.lib", 1, 0, 0, 0),
            tuple(TRIPLE + ".demo.lib.tests.deep", 1, 0, 0, 0),
            tuple(TRIPLE + ".demo.lib.tests", 4, 1, 1, 2));
    List<ReportTestCase> tests = classes.get(2).getTestCases();
    assertThat(tests)
        .extracting(
            ReportTestCase::getName,
            ReportTestCase::getFailureMessage,
            ReportTestCase::getFailureType)
        .containsExactly(
            tuple("left", "needs a <network>", "skipped"),
            tuple("left2", "skipped", "skipped"),
            tuple("bad", "left: 1; right: 2", "failed"),
            tuple("crash", "no result: signal 11", "broken"));
    assertThat(tests.get(2).getFailureDetail()).isEqualTo("line 1\nline 2");
    assertThat(tests.get(2).hasFailure()).isTrue();
    assertThat(tests.get(3).getFailureDetail()).isEqualTo("the end");
    assertThat(tests.get(3).hasError()).isTrue();
    Element root = element(file, "testsuite");
    assertThat(Stream.of("tests", "failures", "errors", "skipped", "time").map(root::getAttribute))
        .containsExactly("6", "1", "1", "2", "1234.5");
  }

  @Test
  @DisplayName("keep documentation tests' names whole")
  void documentation() throws Exception {
    List<ReportTestSuite> suites =
        parsed(
            new SurefireXml(temporary, "x")
                .write(suite("doc", new TestCase("src/lib.rs - a::add (line 4)", new Passed()))));

    assertThat(suites.get(0).getTestCases().get(0).getName())
        .isEqualTo("src/lib.rs - a::add (line 4)");
    assertThat(suites.get(0).getTestCases().get(0).getFullClassName())
        .isEqualTo(TRIPLE + ".demo.doc");
  }

  @Test
  @DisplayName("are XML whatever tests print: what XML forbids is replaced, nothing else is lost")
  void anyText() throws Exception {
    Path file =
        new SurefireXml(temporary, "x")
            .write(suite("lib", new TestCase("a", new Failed(NASTY, NASTY))));
    String expected = "a < b && \"c\" ]]> \uFFFD\uFFFD[31m \uFFFD 😀 \uFFFD é\n\ttab";

    Element failure = element(file, "failure");
    assertThat(failure.getTextContent()).isEqualTo(expected);
    assertThat(failure.getAttribute("message")).isEqualToNormalizingWhitespace(expected);
    assertThat(element(file, "system-out").getTextContent()).isEqualTo("the \uFFFD end\n");
  }

  @Test
  @DisplayName("say which execution, runner and time they are of, and what is worth a remark")
  void properties() throws Exception {
    Path file = new SurefireXml(temporary, "it").write(suite("lib"));

    assertThat(Files.readString(file))
        .contains(
            "<property name=\"rust.execution\" value=\"it\"/>",
            "<property name=\"rust.target\" value=\"" + TRIPLE + "\"/>",
            "<property name=\"rust.runner\" value=\"qemu-user 7.2\"/>",
            "timestamp=\"2026-11-21T10:00:00Z\"",
            "<property name=\"rust.remark\" value=\"2 processes were left\"/>");
  }

  @Test
  @DisplayName("of earlier runs are taken away, those of others stay")
  void cleared() throws Exception {
    new SurefireXml(temporary, "first").write(suite("lib"));
    new SurefireXml(temporary, "first").write(suite("bin-app"));
    new SurefireXml(temporary, "second").write(suite("test-it"));
    Files.writeString(temporary.resolve("TEST-rust-own.xml"), "no xml");
    Files.writeString(temporary.resolve("TEST-com.example.AppTest.xml"), "<testsuite/>");
    SurefireXml again = new SurefireXml(temporary, "first");
    again.clear();

    assertThat(names())
        .containsExactly(
            "TEST-com.example.AppTest.xml",
            "TEST-rust-own.xml",
            "TEST-rust-" + TRIPLE + ".demo.test-it.xml");
    new SurefireXml(temporary.resolve("missing"), "first").clear();
    assertThat(temporary.resolve("missing")).doesNotExist();
  }

  @Test
  @DisplayName("of two executions that test the same lie side by side; the same one's are replaced")
  void sideBySide() throws Exception {
    SurefireXml first = new SurefireXml(temporary, "default-test");
    first.write(suite("lib"));
    first.write(suite("lib", new TestCase("a", new Passed())));
    Path second = new SurefireXml(temporary, "all-features").write(suite("lib"));

    assertThat(second).hasFileName("TEST-rust-" + TRIPLE + ".demo.lib-all-features.xml");
    assertThat(names()).hasSize(2);
    assertThat(parsed(temporary.resolve("TEST-rust-" + TRIPLE + ".demo.lib.xml")))
        .extracting(ReportTestSuite::getNumberOfTests)
        .containsExactly(1);
  }

  @Test
  @DisplayName("have file names that every system takes and does not confuse")
  void fileNames() throws Exception {
    SurefireXml xml = new SurefireXml(temporary, "x");
    xml.write(suite("test-über:all/..\\*"));
    xml.write(suite("test-App"));
    xml.write(suite("test-app"));
    xml.write(suite("test-" + "long".repeat(200)));

    assertThat(names())
        .hasSize(4)
        .allSatisfy(name -> assertThat(name).matches("[A-Za-z0-9._-]{1,180}"))
        .extracting(name -> name.toLowerCase(java.util.Locale.ROOT))
        .doesNotHaveDuplicates();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static TestSuite suite(String part, TestCase... cases) {
    return new TestSuite(
        new TargetTriple(TRIPLE),
        "demo",
        part,
        "qemu-user 7.2",
        Instant.parse("2026-11-21T10:00:00Z"),
        Duration.ofMillis(1_234_500),
        List.of(cases),
        "the \u0007 end\n",
        List.of("2 processes were left"));
  }

  private static List<ReportTestSuite> parsed(Path file) throws Exception {
    try (InputStreamReader reader =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      return new TestSuiteXmlParser(new NullConsoleLogger()).parse(reader);
    }
  }

  private static Element element(Path file, String name) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    return document.getDocumentElement().getTagName().equals(name)
        ? document.getDocumentElement()
        : (Element) document.getElementsByTagName(name).item(0);
  }
}
