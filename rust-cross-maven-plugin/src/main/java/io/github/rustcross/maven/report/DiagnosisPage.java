package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.diagnose.Diagnosis;
import io.github.rustcross.diagnose.Diagnosis.Advice;
import io.github.rustcross.maven.text.Page;
import io.github.rustcross.maven.text.Style;
import java.util.List;

/** The block that explains a failure: what happened, why, and what to do here. */
public final class DiagnosisPage {
  private static final String MARGIN = "  ";

  private DiagnosisPage() {}

  /** What is given to the log, one message after the other; what is to be copied is on its own. */
  public static List<String> messages(TargetTriple triple, Diagnosis diagnosis) {
    Page page = new Page();
    page.add(Page.Span.of("%s: %s".formatted(triple, diagnosis.what())));
    page.text(Style.PLAIN, MARGIN, MARGIN, diagnosis.why());
    for (Advice advice : diagnosis.fix()) {
      page.text(Style.PLAIN, MARGIN + "- ", MARGIN + MARGIN, advice.text());
      if (!advice.lines().isEmpty()) {
        page.command(String.join("\n", advice.lines()), "");
      }
    }
    page.text(Style.PLAIN, MARGIN, MARGIN, "(diagnostic " + diagnosis.id() + ")");
    return page.messages(false);
  }
}
