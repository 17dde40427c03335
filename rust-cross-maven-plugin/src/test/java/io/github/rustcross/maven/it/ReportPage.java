package io.github.rustcross.maven.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The table of a {@code report.html}, which has to be well-formed XML too. */
public final class ReportPage {
  private ReportPage() {}

  /** What stands in the row of each binary, by the names of columns. */
  public static List<Map<String, String>> rows(Path folder)
      throws IOException, SAXException, ParserConfigurationException {
    NodeList rows =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("report.html").toFile())
            .getElementsByTagName("tr");
    List<Map<String, String>> binaries = new ArrayList<>();
    for (int i = 0; i < rows.getLength(); i++) {
      Element row = (Element) rows.item(i);
      if (row.getAttribute("class").equals("binary")) {
        binaries.add(cells(row));
      }
    }
    return binaries;
  }

  private static Map<String, String> cells(Element row) {
    Map<String, String> cells = new LinkedHashMap<>();
    NodeList elements = row.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element cell = (Element) elements.item(i);
      if (cell.hasAttribute("data-label")) {
        cells.put(cell.getAttribute("data-label"), cell.getTextContent().strip());
      }
    }
    return cells;
  }
}
