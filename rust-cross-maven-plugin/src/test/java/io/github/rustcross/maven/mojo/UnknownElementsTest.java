package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Elements of a configuration that no goal knows")
class UnknownElementsTest {
  private static final Set<String> KNOWN = Set.of("targets", "profile", "crossToolchain");

  @Test
  @DisplayName("are named, each once, with the parameter that is spelled alike")
  void unknown() throws Exception {
    assertThat(
            sentences(
                "<target>a</target><profile>dev</profile><target>b</target><colour>red</colour>"))
        .containsExactly(
            "<target> in the configuration is no parameter and does nothing; did you mean"
                + " <targets>?",
            "<colour> in the configuration is no parameter and does nothing");
  }

  @Test
  @DisplayName("are not those inside of a parameter")
  void nested() throws Exception {
    assertThat(sentences("<targets><target>a</target></targets>")).isEmpty();
  }

  private static List<String> sentences(String elements) throws Exception {
    return UnknownElements.of(
        Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>")),
        KNOWN);
  }
}
