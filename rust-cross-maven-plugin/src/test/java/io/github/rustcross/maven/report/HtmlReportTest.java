package io.github.rustcross.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.Golden;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@DisplayName("The page of a build")
class HtmlReportTest {
  private static final BuildReport ALL = Reports.all(Path.of("target/rust-cross"));

  @Test
  @DisplayName("shows what was promised and measured, causes and fixes, for targets of each sort")
  void golden() {
    String page = HtmlReport.of(ALL);
    int begin = page.indexOf("<style>") + "<style>".length();

    Golden.check(
        "report/report.html",
        (page.substring(0, begin) + page.substring(page.indexOf("</style>"))).lines().toList());
  }

  @Test
  @DisplayName(
      "has a row for each binary, finished or refused, and one for each target without any")
  void rows() throws Exception {
    Document page = page(ALL);

    assertThat(texts(page, "//tr[@class='binary']/th"))
        .containsExactly("<script>alert('x')<&script>\".so", "libapp.dylib", "app");
    assertThat(texts(page, "//tr[@class='none']/td[1]"))
        .containsExactly("x86_64-pc-windows-msvc", "s390x-unknown-linux-gnu");
    assertThat(texts(page, "//tr[@class='none']/td[3]"))
        .containsExactly("no binary: RC-TOOLCHAIN-UNAVAILABLE", "no binary: RC-CARGO-FAILED");
  }

  @Test
  @DisplayName("says in words and in red what fails, in amber what is warned of")
  void verdicts() throws Exception {
    Document page = page(ALL);

    assertThat(texts(page, "//tr[@class='binary']/td[last()]"))
        .containsExactly("ok", "warning: install-name", "refused: library, glibc");
    assertThat(texts(page, "//tr[@class='binary'][3]/td[@class='fails']"))
        .containsExactly("failed", "2.34", "libß.so", "refused: library, glibc");
    assertThat(texts(page, "//tr[@class='binary'][2]/td[@class='warns']"))
        .containsExactly("warning: install-name");
    assertThat(texts(page, "//tr[@class='binary'][1]/td[@class='fails' or @class='warns']"))
        .isEmpty();
    assertThat(texts(page, "//p[starts-with(@class, 'outcome')]"))
        .containsExactly(
            "2 binaries built and verified, 1 with warnings, 1 refused,"
                + " 2 of 5 targets failed, 1 left out.");
  }

  @Test
  @DisplayName(
      "leads from each row to the binary's details, which are open where something is wrong")
  void details() throws Exception {
    Document page = page(ALL);

    assertThat(texts(page, "//tr[@class='binary']//a/@href"))
        .containsExactlyElementsOf(
            texts(page, "//details/@id").stream().map(id -> "#" + id).toList());
    assertThat(texts(page, "//details[@open]/summary/code")).containsExactly("libapp.dylib", "app");
    assertThat(texts(page, "//details[summary/code='app']//tbody/tr/td[last()]"))
        .containsExactly("fails", "fails", "not as promised, reported only");
  }

  @Test
  @DisplayName("says each problem once: with its binary, or with its target where there is none")
  void problems() throws Exception {
    assertThat(texts(page(ALL), "//div[starts-with(@class, 'problem')]/p[1]/strong"))
        .containsExactly(
            "RC-VERIFY-INSTALL-NAME",
            "RC-VERIFY-LIBRARY",
            "RC-VERIFY-GLIBC",
            "RC-VERIFY-BUILD-PATH",
            "RC-TOOLCHAIN-UNAVAILABLE",
            "RC-CARGO-FAILED");
    assertThat(texts(page(ALL), "//p[@class='fix']/code"))
        .containsExactly(
            "-Drust.verify.allow=libß.so",
            "aarch64-unknown-linux-gnu.2.34",
            "apt-get install -y one");
  }

  @Test
  @DisplayName("runs no script and asks for nothing from elsewhere")
  void alone() throws Exception {
    Document page = page(ALL);

    assertThat(texts(page, "//script | //link | //img | //iframe | //@src | //@onclick")).isEmpty();
    assertThat(texts(page, "//@href"))
        .isNotEmpty()
        .allSatisfy(to -> assertThat(to).startsWith("#"));
    // In HTML nothing is escaped inside this element: the style must not have what XML escapes.
    assertThat(texts(page, "//style"))
        .singleElement()
        .asString()
        .doesNotContain("<", ">", "&", "url(", "@import");
  }

  @Test
  @DisplayName("shows the problems of a build that did not get as far as its targets")
  void nothingPlanned() throws Exception {
    Document page =
        page(
            BuildReport.failed(
                Optional.empty(),
                List.of(Problem.of(ProblemCode.TARGET_UNKNOWN, "no <such>", "Look."))));

    assertThat(texts(page, "//h1")).containsExactly("Rust build");
    assertThat(texts(page, "//header/p")).containsExactly("Nothing was built.");
    assertThat(texts(page, "//div/p")).containsExactly("RC-TARGET-UNKNOWN no <such>", "Look.");
    assertThat(texts(page, "//table | //details")).isEmpty();
  }

  @Test
  @DisplayName("is red too where all binaries are fine and something else is wrong")
  void wrongElsewhere() throws Exception {
    Document page =
        page(
            new BuildReport(
                ALL.crates(),
                ALL.time(),
                ALL.catalogVersion(),
                ALL.rustc(),
                ALL.cargo(),
                ALL.rules(),
                ALL.targets().subList(0, 1),
                List.of(Problem.of(ProblemCode.VERIFY_LEFTOVER, "classes/libapp.so", "mvn clean")),
                List.of()));

    assertThat(texts(page, "//p[@class='outcome fails']"))
        .containsExactly("1 binary built and verified, 1 problem besides.");
    assertThat(texts(page, "//section[h2='Problems']/div/p"))
        .containsExactly("RC-VERIFY-LEFTOVER classes/libapp.so", "mvn clean");
  }

  private static Document page(BuildReport report) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(HtmlReport.of(report))));
  }

  private static List<String> texts(Document page, String path) throws Exception {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, page, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return texts;
  }
}
