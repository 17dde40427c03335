package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

@DisplayName("What the plugin tells Eclipse (m2e)")
class IdeMetadataTest {
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  @Test
  @DisplayName("is to ignore every goal in builds of the workspace, so that none is reported")
  void everyGoalIsIgnored() throws Exception {
    Document metadata = read("/META-INF/m2e/lifecycle-mapping-metadata.xml");
    Set<String> goals = texts(read("/META-INF/maven/plugin.xml"), "/plugin/mojos/mojo/goal");
    goals.remove("help");

    assertThat(goals).contains("build");
    assertThat(
            texts(
                metadata,
                "/lifecycleMappingMetadata/pluginExecutions/pluginExecution[action/ignore]"
                    + "/pluginExecutionFilter/goals/goal"))
        .isEqualTo(goals);
    // Without coordinates a filter means the plugin it comes with.
    assertThat(texts(metadata, "//pluginExecutionFilter/*[not(self::goals)]")).isEmpty();
  }

  private static Document read(String resource) throws Exception {
    try (InputStream in = IdeMetadataTest.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("there is no " + resource);
      }
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
  }

  private static Set<String> texts(Document document, String path) throws Exception {
    NodeList nodes = (NodeList) XPATH.evaluate(path, document, XPathConstants.NODESET);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(index -> nodes.item(index).getTextContent())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
