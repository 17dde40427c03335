package io.github.rustcross.maven.explain;

import io.github.rustcross.maven.text.Page;
import io.github.rustcross.maven.text.Page.Span;
import io.github.rustcross.maven.text.Style;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the goal {@code plan} says to people. Sentences are broken into lines; commands, variables
 * and flags stay whole, because they are copied.
 */
public final class PlanPage {
  private static final Pattern SENTENCE =
      Pattern.compile("(\\s*)((?:why|native|hint|runs here|cannot be run here): .*)");

  private PlanPage() {}

  /** The page. */
  public static Page of(List<String> lines) {
    Page page = new Page();
    for (String line : lines) {
      Matcher sentence = SENTENCE.matcher(line);
      if (sentence.matches()) {
        String margin = sentence.group(1);
        page.text(Style.PLAIN, margin, margin + "    ", sentence.group(2));
      } else {
        page.add(new Span(line, line.startsWith(" ") ? Style.PLAIN : Style.STRONG));
      }
    }
    return page;
  }
}
