package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Writes all that is known of one binary. */
final class HtmlDetails {
  private static final List<String> COLUMNS =
      List.of("rule", "of", "promised", "measured", "verdict");

  private final HtmlWriter html;
  private final HtmlProblems problems;
  private final Map<Rule, RuleKnowledge> rules;

  HtmlDetails(HtmlWriter html, HtmlProblems problems, Map<Rule, RuleKnowledge> rules) {
    this.html = html;
    this.problems = problems;
    this.rules = rules;
  }

  /**
   * Writes them, open where something is wrong.
   *
   * @param id their address in the page
   */
  void write(BinaryResult binary, String id) throws XMLStreamException {
    Verdict worst = binary.worst();
    html.element(
        "details",
        () -> {
          html.element(
              "summary",
              () -> {
                html.element("code", binary.expected().file());
                html.text(" ");
                html.element("span", HtmlTable.verdict(binary), "class", worst.style());
              });
          html.element("dl", () -> facts(binary));
          for (Finding finding : binary.findings(rules)) {
            problems.finding(finding, Verdict.of(finding.level()));
          }
          html.element(
              "table",
              () -> {
                html.element("thead", () -> html.element("tr", this::header));
                html.element("tbody", () -> rows(binary));
              });
        },
        "id",
        id,
        "open",
        worst.compareTo(Verdict.WARNING) >= 0 ? "open" : "");
  }

  private void facts(BinaryResult binary) throws XMLStreamException {
    html.fact("kind", binary.kind());
    html.fact("size", binary.size() + " bytes");
    if (binary.finished().isPresent()) {
      FinishedArtifact artifact = binary.finished().get();
      html.fact("SHA-256", artifact.sha256());
      html.fact("type", artifact.expected().type());
      html.fact("classifier", artifact.expected().classifier());
    }
    fact("loader", binary.inspection().interpreter());
    fact("needs", joined(binary.inspection().needed()));
    fact("to be there at run time", joined(binary.verification().runtimeDependencies()));
  }

  private void fact(String name, Optional<String> value) throws XMLStreamException {
    if (value.isPresent()) {
      html.fact(name, value.get());
    }
  }

  private static Optional<String> joined(List<String> words) {
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  private void header() throws XMLStreamException {
    for (String column : COLUMNS) {
      html.element("th", column, "scope", "col");
    }
  }

  private void rows(BinaryResult binary) throws XMLStreamException {
    for (Check check : binary.verification().checks()) {
      Verdict verdict = binary.verdict(check);
      html.element(
          "tr",
          () -> {
            html.element(
                "th",
                () -> {
                  html.text(check.rule().id() + " ");
                  html.element("span", description(check.rule()), "class", "quiet");
                },
                "scope",
                "row",
                "data-label",
                COLUMNS.get(0));
            cell(1, check.subject(), "");
            cell(2, check.promised(), "");
            cell(3, check.measured(), verdict.style());
            cell(4, verdict.word(), verdict.style());
          });
    }
  }

  private String description(Rule rule) {
    return rules.containsKey(rule) ? rules.get(rule).description() : "";
  }

  private void cell(int column, String text, String style) throws XMLStreamException {
    html.element("td", text, "data-label", COLUMNS.get(column), "class", style);
  }
}
