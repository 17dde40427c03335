package io.github.rustcross.maven.report;

import io.github.rustcross.maven.testing.TestCase;
import io.github.rustcross.maven.testing.TestCase.Broken;
import io.github.rustcross.maven.testing.TestCase.Failed;
import io.github.rustcross.maven.testing.TestCase.Ignored;
import io.github.rustcross.maven.testing.TestSuite;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one file by Surefire's schema {@code surefire-test-report.xsd}, version 3.0.2.
 *
 * <p>Times: Rust's harness measures single tests in nightly versions only, and the schema asks each
 * test for a number. It is 0; the suite has the time of the whole program. What a program printed
 * is not told apart by tests or streams; it stands with the first test that is bad.
 */
final class SuiteWriter {
  /** The property that names the execution. */
  static final String EXECUTION = "rust.execution";

  private static final String UNKNOWN_TIME = "0";

  private final TestSuite suite;
  private final String execution;

  SuiteWriter(TestSuite suite, String execution) {
    this.suite = suite;
    this.execution = execution;
  }

  void write(OutputStream stream) throws XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(stream, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute(xml, "version", "3.0.2");
    attribute(xml, "name", suite.name());
    attribute(xml, "time", seconds(suite.duration()));
    attribute(xml, "timestamp", suite.started().truncatedTo(ChronoUnit.MILLIS).toString());
    attribute(xml, "tests", String.valueOf(suite.cases().size()));
    attribute(xml, "errors", String.valueOf(suite.count(Broken.class)));
    attribute(xml, "skipped", String.valueOf(suite.count(Ignored.class)));
    attribute(xml, "failures", String.valueOf(suite.count(Failed.class)));
    properties(xml);
    boolean outputWritten = false;
    for (TestCase test : suite.cases()) {
      boolean withOutput = test.isBad() && !outputWritten;
      test(xml, test, withOutput);
      outputWritten |= withOutput;
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.close();
  }

  private void properties(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("properties");
    property(xml, EXECUTION, execution);
    property(xml, "rust.target", suite.target().value());
    property(xml, "rust.crate", suite.crate());
    property(xml, "rust.part", suite.part());
    property(xml, "rust.runner", suite.runner());
    for (String remark : suite.remarks()) {
      property(xml, "rust.remark", remark);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private void test(XMLStreamWriter xml, TestCase test, boolean withOutput)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    attribute(xml, "name", SurefireXml.testName(suite, test));
    attribute(xml, "classname", SurefireXml.className(suite, test));
    attribute(xml, "time", UNKNOWN_TIME);
    if (test.outcome() instanceof Failed failed) {
      problem(xml, "failure", "failed", failed.message(), failed.output());
    } else if (test.outcome() instanceof Broken broken) {
      problem(xml, "error", "broken", broken.message(), withOutput ? "" : broken.output());
    } else if (test.outcome() instanceof Ignored ignored) {
      xml.writeStartElement("skipped");
      if (ignored.reason().isPresent()) {
        attribute(xml, "message", ignored.reason().get());
      }
      xml.writeEndElement();
    }
    if (withOutput) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(XmlText.clean(suite.output()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void problem(
      XMLStreamWriter xml, String element, String type, String message, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute(xml, "message", message);
    attribute(xml, "type", type);
    xml.writeCharacters(XmlText.clean(text.isEmpty() ? message : text));
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeEmptyElement("property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.clean(value));
  }

  /** Without thousands separators and with at most three digits behind the point. */
  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}
