package io.github.rustcross.maven.explain;

import io.github.rustcross.maven.build.Provisions;
import io.github.rustcross.maven.build.Provisions.Item;
import io.github.rustcross.maven.text.Page;
import io.github.rustcross.maven.text.Page.Span;
import io.github.rustcross.maven.text.Style;

/** What the goal {@code provision} says. */
public final class ProvisionPage {
  private static final int INDENT = 2;
  private static final int COLUMN = 20;

  private ProvisionPage() {}

  /** The page. */
  public static Page of(Provisions here) {
    Page page = new Page();
    page.text(Style.STRONG, "For " + String.join(", ", here.targets()));
    for (Item item : here.items()) {
      page.labelled(
          INDENT,
          COLUMN,
          Span.of(item.what()),
          new Span(
              (item.fetched() ? "fetched: " : "is here: ") + item.detail(),
              item.fetched() ? Style.GOOD : Style.PLAIN));
      item.checked()
          .ifPresent(how -> page.labelled(INDENT, COLUMN, Span.of(""), Span.of("checked " + how)));
      if (!item.place().isEmpty()) {
        page.labelled(INDENT, COLUMN, Span.of(""), new Span(item.place(), Style.FAINT));
      }
    }
    here.notes().forEach(note -> page.text(Style.DOUBTFUL, "  - ", "    ", note));
    page.text(
        Style.STRONG,
        here.nothingFetched()
            ? "All was here already; builds with -o need no network."
            : "All is here now; builds with -o need no network.");
    return page;
  }
}
