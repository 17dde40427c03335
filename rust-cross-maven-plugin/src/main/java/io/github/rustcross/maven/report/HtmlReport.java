package io.github.rustcross.maven.report;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.report.TargetResult.Status;
import io.github.rustcross.verify.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * The report for people: one page without scripts, that asks for nothing from elsewhere. Its table
 * has a row for each binary, and one for each target without any; details follow by targets.
 */
final class HtmlReport {
  private static final String STYLE = style();

  private final BuildReport report;
  private final HtmlWriter html;
  private final HtmlProblems problems;
  private final HtmlDetails details;
  private final List<BinaryResult> binaries;

  private HtmlReport(BuildReport report, HtmlWriter html) {
    this.report = report;
    this.html = html;
    this.problems = new HtmlProblems(html);
    this.details = new HtmlDetails(html, problems, report.rules());
    this.binaries =
        report.targets().stream().flatMap(target -> BinaryResult.of(target).stream()).toList();
  }

  /** The text of the file: the same for the same report. */
  static String of(BuildReport report) {
    return HtmlWriter.page(html -> new HtmlReport(report, html).write());
  }

  private static String style() {
    try (InputStream style = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() throws XMLStreamException {
    String title =
        "Rust build"
            + (report.crates().isEmpty() ? "" : " of " + String.join(", ", report.crates()));
    html.element(
        "html",
        () -> {
          head(title);
          html.element(
              "body",
              () -> {
                header(title);
                html.element("main", this::content);
              });
        },
        "lang",
        "en");
  }

  private void head(String title) throws XMLStreamException {
    html.element(
        "head",
        () -> {
          html.empty("meta", "charset", "utf-8");
          html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
          html.empty("meta", "name", "color-scheme", "content", "light dark");
          html.element("title", title);
          html.element("style", "\n" + STYLE);
        });
  }

  private void header(String title) throws XMLStreamException {
    html.element(
        "header",
        () -> {
          html.element("h1", title);
          html.element("p", outcome(), "class", "outcome " + outcomeStyle());
          html.element("dl", this::facts);
        });
  }

  private void facts() throws XMLStreamException {
    html.fact("catalog", report.catalogVersion().orElse("could not be read"));
    html.fact("rustc", report.rustc().orElse("not known"));
    html.fact("cargo", report.cargo().orElse("not known"));
    if (report.time().isPresent()) {
      html.fact("time", report.time().get().toString());
    }
  }

  private String outcome() {
    if (report.targets().isEmpty()) {
      return "Nothing was built.";
    }
    List<String> parts = new ArrayList<>();
    long finished = binaries.stream().filter(binary -> binary.finished().isPresent()).count();
    parts.add(count(finished, "binary", "binaries") + " built and verified");
    add(parts, warned(), "with warnings");
    add(parts, binaries.size() - finished, "refused");
    add(parts, targets(Status.FAILED), "of " + report.targets().size() + " targets failed");
    add(parts, targets(Status.SKIPPED), "left out");
    int besides = report.problems().size() + report.warnings().size();
    if (besides > 0) {
      parts.add(count(besides, "problem", "problems") + " besides");
    }
    return String.join(", ", parts) + ".";
  }

  private static void add(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(number + " " + what);
    }
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private String outcomeStyle() {
    boolean failed =
        report.targets().isEmpty() || targets(Status.FAILED) > 0 || !report.problems().isEmpty();
    boolean warned = warned() > 0 || targets(Status.SKIPPED) > 0 || !report.warnings().isEmpty();
    return (failed ? Verdict.FAILED : warned ? Verdict.WARNING : Verdict.OK).style();
  }

  private long warned() {
    return binaries.stream().filter(binary -> binary.worst() == Verdict.WARNING).count();
  }

  private long targets(Status status) {
    return report.targets().stream().filter(target -> target.status() == status).count();
  }

  private void content() throws XMLStreamException {
    if (!report.problems().isEmpty() || !report.warnings().isEmpty()) {
      html.element(
          "section",
          () -> {
            html.element("h2", "Problems");
            problems.all(report.problems(), Verdict.FAILED);
            problems.all(report.warnings(), Verdict.WARNING);
          });
    }
    if (!report.targets().isEmpty()) {
      html.element(
          "section",
          () -> {
            html.element("h2", "Binaries");
            new HtmlTable(html).write(report.targets());
          });
    }
    int number = 1;
    for (TargetResult target : report.targets()) {
      target(target, number);
      number += BinaryResult.of(target).size();
    }
  }

  private void target(TargetResult target, int number) throws XMLStreamException {
    html.element(
        "section",
        () -> {
          html.element("h2", target.triple().value());
          html.element("p", status(target), "class", HtmlTable.style(target.status()));
          List<Finding> told =
              BinaryResult.of(target).stream()
                  .flatMap(binary -> binary.findings(report.rules()).stream())
                  .toList();
          Verdict verdict = target.status() == Status.FAILED ? Verdict.FAILED : Verdict.WARNING;
          problems.all(without(told, target.problems()), verdict);
          problems.all(without(told, target.warnings()), Verdict.WARNING);
          int next = number;
          for (BinaryResult binary : BinaryResult.of(target)) {
            details.write(binary, HtmlTable.id(next++));
          }
        });
  }

  private static String status(TargetResult target) {
    return target.status().id()
        + target
            .toolchain()
            .map(used -> " with " + used.name() + used.version().map(text -> " " + text).orElse(""))
            .orElse("");
  }

  /** Findings stand with their binaries. */
  private static List<Problem> without(List<Finding> told, List<Problem> problems) {
    return problems.stream()
        .filter(problem -> told.stream().noneMatch(finding -> isOf(problem, finding)))
        .toList();
  }

  private static boolean isOf(Problem problem, Finding finding) {
    return problem.code().id().equals(finding.rule().code())
        && problem.message().startsWith(finding.message());
  }
}
