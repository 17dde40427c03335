package io.github.rustcross.maven.report;

import java.io.StringWriter;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a page as HTML that is well-formed XML too. Elements are closed and texts are escaped by
 * whoever writes XML: nothing here could forget to.
 */
final class HtmlWriter {
  /** Elements that stand in a line of text. */
  private static final Set<String> INLINE = Set.of("a", "code", "span", "strong");

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private HtmlWriter() throws XMLStreamException {
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** What is inside an element. */
  @FunctionalInterface
  interface Content {
    /** Writes it. */
    void write() throws XMLStreamException;
  }

  /** What is on a page. */
  @FunctionalInterface
  interface Page {
    /** Writes it. */
    void write(HtmlWriter html) throws XMLStreamException;
  }

  /** The text of a page, line ends included. */
  static String page(Page page) {
    try {
      HtmlWriter html = new HtmlWriter();
      html.xml.writeDTD("<!DOCTYPE html>");
      page.write(html);
      html.xml.writeCharacters("\n");
      html.xml.close();
      return html.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing into memory does not fail", e);
    }
  }

  /**
   * An element.
   *
   * @param attributes names, each with its value behind it; those with empty values are left out
   */
  void element(String name, Content content, String... attributes) throws XMLStreamException {
    lineFor(name);
    xml.writeStartElement(name);
    attributes(attributes);
    content.write();
    xml.writeEndElement();
  }

  /** An element with nothing but text inside. */
  void element(String name, String content, String... attributes) throws XMLStreamException {
    element(name, () -> text(content), attributes);
  }

  /** An element that HTML knows to be without an end tag, such as {@code meta}. */
  void empty(String name, String... attributes) throws XMLStreamException {
    lineFor(name);
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  /** A term and what it stands for, in a list of such. */
  void fact(String term, String value) throws XMLStreamException {
    element("dt", term);
    element("dd", value);
  }

  /** Text. */
  void text(String content) throws XMLStreamException {
    xml.writeCharacters(XmlText.clean(content));
  }

  private void lineFor(String name) throws XMLStreamException {
    if (!INLINE.contains(name)) {
      xml.writeCharacters("\n");
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        xml.writeAttribute(attributes[i], XmlText.clean(attributes[i + 1]));
      }
    }
  }
}
