package io.github.rustcross.maven.explain;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.CatalogValue;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.explain.TargetDescription.Way;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.text.Page;
import io.github.rustcross.maven.text.Page.Span;
import io.github.rustcross.maven.text.Style;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the goal {@code describe} says to people. */
public final class DescribePage {
  private static final String MARGIN = "  ";
  private static final String DEEPER = "     ";

  private final TargetView view;
  private final Page page = new Page();

  private DescribePage(TargetView view) {
    this.view = view;
  }

  /** The page. */
  public static Page of(TargetView view, List<TargetDescription> targets) {
    DescribePage page = new DescribePage(view);
    targets.forEach(page::target);
    return page.page;
  }

  private void target(TargetDescription described) {
    Target target = described.target();
    page.gap().text(Style.STRONG, target.triple().value());
    page.text(Style.PLAIN, MARGIN, MARGIN, target.description());
    page.text(Style.FAINT, MARGIN, MARGIN, TargetList.facts(target));
    page.gap().text(Style.STRONG, "Settings");
    described.settings().forEach(this::setting);
    page.gap().text(Style.STRONG, "Catalog");
    Lists.joined(described.values()).forEach(value -> value(MARGIN, value));
    page.gap().text(Style.STRONG, "Toolchains, best first, on %s".formatted(view.host().triple()));
    int number = 0;
    for (Way way : described.ways()) {
      number++;
      way(number, way, target);
    }
    page.gap().text(Style.STRONG, "Runners, best first");
    if (described.runs().isEmpty()) {
      page.text(Style.PLAIN, MARGIN, MARGIN, "the catalog knows nothing that runs its programs");
    }
    number = 0;
    for (Map.Entry<String, RunnerSelection> run : described.runs().entrySet()) {
      number++;
      run(number, run.getKey(), run.getValue());
    }
  }

  private void setting(String name, Setting setting) {
    value(MARGIN, name, setting.value(), setting.origin().toString());
  }

  private void value(String margin, CatalogValue value) {
    value(margin, value.path(), value.text(), value.origin().toString());
  }

  /** The origin on a line of its own where both do not fit. */
  private void value(String margin, String name, String value, String origin) {
    String text = name + ": " + (value.isEmpty() ? "\"\"" : value);
    String behind = "[" + origin + "]";
    String deeper = margin + "    ";
    if (margin.length() + text.length() + 2 + behind.length() <= Page.WIDTH
        && text.indexOf('\n') < 0) {
      page.add(Span.of(margin + text + "  "), new Span(behind, Style.FAINT));
    } else {
      page.text(Style.PLAIN, margin, deeper, text);
      page.text(Style.FAINT, deeper, deeper, behind);
    }
  }

  private void way(int number, Way way, Target target) {
    page.add(
        Span.of("%s%d. ".formatted(MARGIN, number)),
        new Span(way.choice().label(), Style.STRONG),
        Span.of(kinds(way, target)));
    page.text(Style.PLAIN, DEEPER, DEEPER, way.toolchain().description());
    way.toolchain().terms().hints().forEach(hint -> page.text(Style.FAINT, DEEPER, DEEPER, hint));
    if (!way.serves().isEmpty()) {
      page.text(Style.GOOD, DEEPER, DEEPER, "builds " + String.join(", ", way.serves()));
    }
    Map<Rejection, List<String>> alike = new LinkedHashMap<>();
    way.rejections()
        .forEach((what, why) -> alike.computeIfAbsent(why, key -> new ArrayList<>()).add(what));
    alike.forEach(
        (why, what) -> {
          page.text(
              Style.DOUBTFUL,
              DEEPER,
              DEEPER + "  ",
              "not %s: %s".formatted(String.join(", ", what), why.reason()));
          why.remedy()
              .ifPresent(text -> page.text(Style.FAINT, DEEPER, DEEPER + "  ", "try: " + text));
        });
    Lists.joined(way.values()).stream()
        .filter(value -> !value.origin().source().startsWith("catalog"))
        .forEach(value -> value(DEEPER, value));
  }

  /** Where it makes less than the target can have. */
  private static String kinds(Way way, Target target) {
    return way.choice().kinds().containsAll(target.files().keySet())
        ? ""
        : target.files().keySet().stream()
            .filter(way.choice().kinds()::contains)
            .map(ArtifactKind::id)
            .collect(Collectors.joining(", ", ", for ", ""));
  }

  private void run(int number, String name, RunnerSelection selection) {
    page.add(Span.of("%s%d. ".formatted(MARGIN, number)), new Span(name, Style.STRONG));
    page.text(Style.PLAIN, DEEPER, DEEPER, view.catalog().requireRunner(name).description());
    if (selection instanceof RunnerSelection.Runnable runnable) {
      page.text(Style.GOOD, DEEPER, DEEPER, "runs them here: " + runnable.label());
      if (!runnable.command().isEmpty()) {
        page.text(Style.PLAIN, DEEPER, DEEPER + "  ", String.join(" ", runnable.command()));
      }
      return;
    }
    for (RunnerSelection.Rejection why : ((RunnerSelection.Unrunnable) selection).rejections()) {
      page.text(Style.DOUBTFUL, DEEPER, DEEPER + "  ", "not here: " + why.reason());
      why.remedy().ifPresent(text -> page.text(Style.FAINT, DEEPER, DEEPER + "  ", "try: " + text));
    }
  }
}
