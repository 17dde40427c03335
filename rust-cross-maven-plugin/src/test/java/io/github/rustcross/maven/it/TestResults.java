package io.github.rustcross.maven.it;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The results in a folder of Surefire's reports. */
public final class TestResults {
  private final Map<String, Element> suites = new TreeMap<>();

  /** Reads all files of a folder. */
  public TestResults(File folder) throws IOException {
    File[] files = folder.listFiles((parent, name) -> name.matches("TEST-.*\\.xml"));
    if (files == null) {
      throw new AssertionError("there is no " + folder);
    }
    for (File file : files) {
      try {
        Element suite =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file)
                .getDocumentElement();
        suites.put(suite.getAttribute("name"), suite);
      } catch (ParserConfigurationException | SAXException e) {
        throw new AssertionError(file + " is no XML", e);
      }
    }
  }

  /** The numbers of each suite whose name begins so, as {@code passed/failed/ignored}. */
  public Map<String, String> counts(String prefix) {
    Map<String, String> counts = new TreeMap<>();
    suites.forEach(
        (name, suite) -> {
          if (name.startsWith(prefix)) {
            int failed = number(suite, "failures") + number(suite, "errors");
            int ignored = number(suite, "skipped");
            int passed = number(suite, "tests") - failed - ignored;
            check(suite, failed, ignored);
            counts.put(name.substring(prefix.length()), passed + "/" + failed + "/" + ignored);
          }
        });
    return counts;
  }

  /** What is said of each test of a suite that did not pass, by its name. */
  public Map<String, String> messages(String name) {
    Map<String, String> messages = new TreeMap<>();
    NodeList tests = suites.get(name).getElementsByTagName("testcase");
    for (int i = 0; i < tests.getLength(); i++) {
      Element test = (Element) tests.item(i);
      for (String kind : new String[] {"failure", "error", "skipped"}) {
        NodeList found = test.getElementsByTagName(kind);
        if (found.getLength() > 0) {
          messages.put(
              test.getAttribute("name"),
              kind + ": " + ((Element) found.item(0)).getAttribute("message"));
        }
      }
    }
    return messages;
  }

  /** The numbers in the head have to be those of the tests. */
  private static void check(Element suite, int failed, int ignored) {
    int bad =
        suite.getElementsByTagName("failure").getLength()
            + suite.getElementsByTagName("error").getLength();
    int skipped = suite.getElementsByTagName("skipped").getLength();
    int tests = suite.getElementsByTagName("testcase").getLength();
    if (bad != failed || skipped != ignored || tests != number(suite, "tests")) {
      throw new AssertionError(suite.getAttribute("name") + " has other tests than it says");
    }
  }

  private static int number(Element suite, String attribute) {
    return Integer.parseInt(suite.getAttribute(attribute));
  }
}
