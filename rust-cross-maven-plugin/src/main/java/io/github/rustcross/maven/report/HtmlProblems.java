package io.github.rustcross.maven.report;

import io.github.rustcross.diagnose.Diagnosis;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.verify.Finding;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Writes what is wrong: code, message, cause and what to do. */
final class HtmlProblems {
  private final HtmlWriter html;

  HtmlProblems(HtmlWriter html) {
    this.html = html;
  }

  void all(List<Problem> problems, Verdict verdict) throws XMLStreamException {
    for (Problem problem : problems) {
      if (problem.diagnosis().isPresent()) {
        explained(problem, problem.diagnosis().get(), verdict);
      } else {
        write(
            verdict,
            problem.code().id(),
            problem.message(),
            Optional.empty(),
            problem.suggestion());
      }
    }
  }

  void finding(Finding finding, Verdict verdict) throws XMLStreamException {
    write(
        verdict,
        finding.rule().code(),
        finding.message(),
        Optional.of(finding.cause()),
        Optional.of(finding.fix()));
  }

  private void explained(Problem problem, Diagnosis diagnosis, Verdict verdict)
      throws XMLStreamException {
    html.element(
        "div",
        () -> {
          headline(problem.code().id(), problem.message());
          html.element("p", () -> html.element("strong", diagnosis.what()));
          html.element("p", () -> coded(diagnosis.why()));
          for (Diagnosis.Advice advice : diagnosis.fix()) {
            html.element("p", () -> coded(advice.text()), "class", "fix");
            if (!advice.lines().isEmpty()) {
              html.element("pre", String.join("\n", advice.lines()));
            }
          }
        },
        "class",
        ("problem " + verdict.style()).strip());
  }

  private void headline(String code, String message) throws XMLStreamException {
    html.element(
        "p",
        () -> {
          html.element("strong", code);
          html.text(" " + message);
        });
  }

  private void write(
      Verdict verdict, String code, String message, Optional<String> cause, Optional<String> fix)
      throws XMLStreamException {
    html.element(
        "div",
        () -> {
          headline(code, message);
          if (cause.isPresent()) {
            html.element("p", () -> coded(cause.get()));
          }
          if (fix.isPresent()) {
            html.element("p", () -> coded(fix.get()), "class", "fix");
          }
        },
        "class",
        ("problem " + verdict.style()).strip());
  }

  private void coded(String text) throws XMLStreamException {
    for (CodeWords.Part part : CodeWords.of(text)) {
      if (part.code()) {
        html.element("code", part.text());
      } else {
        html.text(part.text());
      }
    }
  }
}
