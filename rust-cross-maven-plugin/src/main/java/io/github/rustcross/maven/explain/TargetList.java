package io.github.rustcross.maven.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.catalog.Proof;
import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.text.Page;
import io.github.rustcross.maven.text.Page.Span;
import io.github.rustcross.maven.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the goal {@code targets} says. */
public final class TargetList {
  private TargetList() {}

  /** For people: two lines for each target, then the groups. */
  public static Page page(TargetView view) {
    TargetCatalog catalog = view.catalog();
    Page page = new Page();
    page.text(
        Style.PLAIN,
        "catalog %s: %d of %d targets; this machine is %s"
            .formatted(
                catalog.version(),
                view.targets().size(),
                catalog.targets().size(),
                view.host().triple()));
    page.gap();
    List<Target> targets = view.targets().stream().map(TargetRequest::target).toList();
    int column =
        targets.stream().mapToInt(target -> target.triple().value().length()).max().orElse(0) + 2;
    for (Target target : targets) {
      page.labelled(
          0,
          column,
          new Span(target.triple().value(), Style.STRONG),
          Span.of(target.names().getOrDefault("classifier", "")));
      page.text(Style.FAINT, "    ", "    ", facts(target));
    }
    page.gap().text(Style.STRONG, "Groups");
    page.table(
        2,
        catalog.groups().entrySet().stream()
            .map(
                group ->
                    List.of(
                        new Span("@" + group.getKey(), Style.STRONG),
                        Span.of(String.valueOf(catalog.group(group.getKey()).size())),
                        Span.of(group.getValue())))
            .toList());
    return page;
  }

  /** What one knows a target by, in a line. */
  static String facts(Target target) {
    List<String> facts = new ArrayList<>();
    facts.add("tier " + target.tier());
    facts.add(std(target.std()));
    target.defaultFloor().ifPresent(floor -> facts.add("glibc " + floor));
    facts.add(
        target.isUniversal()
            ? target.slices().size() + " targets joined"
            : target.toolchains().stream()
                .findFirst()
                .map(ToolchainChoice::label)
                .orElse("no toolchain"));
    return String.join(", ", facts) + "; " + proven(target);
  }

  /** What the test-suite really did. */
  private static String proven(Target target) {
    Proof proof = TargetCatalog.proofs().get(target.triple().value());
    if (proof == null || proof.built().isEmpty()) {
      return "not yet built by the test-suite";
    }
    return "built"
        + (proof.ran().isEmpty() ? "" : ", ran")
        + (proof.loadedInJvm() ? ", loaded in a JVM" : "");
  }

  private static String std(StdSupport std) {
    return switch (std) {
      case PREBUILT -> "std";
      case CORE -> "core without std";
      case SOURCE -> "std from source";
    };
  }

  /** For programs. */
  public static String json(TargetView view) {
    TargetCatalog catalog = view.catalog();
    ObjectNode root = Json.document();
    root.put("catalogVersion", catalog.version());
    root.put("host", view.host().triple().value());
    ArrayNode targets = root.putArray("targets");
    view.targets().forEach(request -> TargetJson.put(targets.addObject(), request.target()));
    ArrayNode groups = root.putArray("groups");
    catalog
        .groups()
        .forEach(
            (name, meaning) -> {
              ObjectNode group = groups.addObject().put("name", name).put("meaning", meaning);
              Json.texts(
                  group.putArray("targets"),
                  catalog.group(name).stream()
                      .map(target -> target.triple().value())
                      .collect(Collectors.toList()));
            });
    return Json.text(root);
  }
}
