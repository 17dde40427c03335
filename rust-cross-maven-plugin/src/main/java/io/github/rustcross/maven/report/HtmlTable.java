package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.report.TargetResult.Status;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Writes the table of all binaries. */
final class HtmlTable {
  private static final List<String> COLUMNS =
      List.of(
          "target",
          "status",
          "file",
          "size",
          "machine",
          "linkage",
          "glibc promised",
          "glibc measured",
          "further libraries",
          "verdict");

  private static final String NOTHING = "–";

  private final HtmlWriter html;

  HtmlTable(HtmlWriter html) {
    this.html = html;
  }

  /** The address of a binary's details in the page. */
  static String id(int number) {
    return "binary-" + number;
  }

  static String style(Status status) {
    return switch (status) {
      case BUILT -> Verdict.OK.style();
      case SKIPPED -> Verdict.WARNING.style();
      case FAILED -> Verdict.FAILED.style();
    };
  }

  void write(List<TargetResult> targets) throws XMLStreamException {
    html.element(
        "table",
        () -> {
          html.element("thead", () -> html.element("tr", this::header));
          html.element("tbody", () -> rows(targets));
        },
        "class",
        "binaries");
  }

  private void header() throws XMLStreamException {
    for (String column : COLUMNS) {
      html.element("th", column, "scope", "col");
    }
  }

  private void rows(List<TargetResult> targets) throws XMLStreamException {
    int number = 1;
    for (TargetResult target : targets) {
      List<BinaryResult> binaries = BinaryResult.of(target);
      if (binaries.isEmpty()) {
        html.element("tr", () -> none(target), "class", "none");
      }
      for (BinaryResult binary : binaries) {
        String id = id(number++);
        html.element("tr", () -> row(binary, id), "class", "binary");
      }
    }
  }

  private void none(TargetResult target) throws XMLStreamException {
    cell(0, target.triple().value());
    cell(1, target.status().id(), style(target.status()));
    html.element(
        "td",
        "no binary: "
            + target.problems().stream()
                .map(Problem::code)
                .distinct()
                .map(code -> code.id())
                .collect(Collectors.joining(", ")),
        "colspan",
        Integer.toString(COLUMNS.size() - 2),
        "class",
        style(target.status()));
  }

  private void row(BinaryResult binary, String id) throws XMLStreamException {
    Inspection inspection = binary.inspection();
    TargetResult target = binary.target();
    cell(0, target.triple().value());
    cell(1, target.status().id(), style(target.status()));
    html.element(
        "th",
        () -> html.element("a", binary.expected().file(), "href", "#" + id),
        "scope",
        "row",
        "data-label",
        COLUMNS.get(2));
    cell(3, ReportTable.size(binary.size()));
    cell(
        4,
        inspection.format().id() + " " + inspection.architecture(),
        binary,
        Rule.FORMAT,
        Rule.MACHINE);
    cell(5, inspection.linkage().id(), binary, Rule.LINKAGE);
    cell(6, target.floor().map(GlibcVersion::toString).orElse(NOTHING));
    cell(7, inspection.glibc().map(GlibcVersion::toString).orElse(NOTHING), binary, Rule.GLIBC);
    cell(8, furtherLibraries(binary), binary, Rule.LIBRARY);
    cell(9, verdict(binary), binary, Rule.values());
  }

  /** The libraries that it needs besides those of its platform, allowed or not. */
  private static String furtherLibraries(BinaryResult binary) {
    String libraries =
        Stream.concat(
                binary.verification().runtimeDependencies().stream(),
                binary.verification().broken().stream()
                    .filter(check -> check.rule() == Rule.LIBRARY)
                    .map(check -> check.words().getOrDefault("library", check.measured())))
            .distinct()
            .collect(Collectors.joining(", "));
    return libraries.isEmpty() ? NOTHING : libraries;
  }

  /** In one word, and the rules that it is due to. */
  static String verdict(BinaryResult binary) {
    Verdict worst = binary.worst();
    String word =
        binary.finished().isEmpty() ? "refused" : worst == Verdict.WARNING ? "warning" : "ok";
    return worst == Verdict.WARNING || worst == Verdict.FAILED
        ? word + ": " + binary.rules(worst).stream().map(Rule::id).collect(Collectors.joining(", "))
        : word;
  }

  private void cell(int column, String text, BinaryResult binary, Rule... rules)
      throws XMLStreamException {
    cell(column, text, binary.worst(List.of(rules)).style());
  }

  private void cell(int column, String text, String style) throws XMLStreamException {
    html.element("td", text, "data-label", COLUMNS.get(column), "class", style);
  }

  private void cell(int column, String text) throws XMLStreamException {
    cell(column, text, "");
  }
}
