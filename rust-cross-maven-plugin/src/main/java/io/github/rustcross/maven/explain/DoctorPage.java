package io.github.rustcross.maven.explain;

import io.github.rustcross.maven.build.Checkup;
import io.github.rustcross.maven.plan.SysrootFinder;
import io.github.rustcross.maven.plan.TargetHealth;
import io.github.rustcross.maven.plan.TargetHealth.Ability;
import io.github.rustcross.maven.plan.TargetHealth.Std;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.maven.text.Page;
import io.github.rustcross.maven.text.Page.Span;
import io.github.rustcross.maven.text.Style;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.ToolState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the goal {@code doctor} says to people. */
public final class DoctorPage {
  private static final int INDENT = 2;
  private static final int COLUMN = 21;
  private static final String INDENTED = "  ";

  private final Checkup checkup;
  private final Page page = new Page();

  private DoctorPage(Checkup checkup) {
    this.checkup = checkup;
  }

  /** The page. */
  public static Page of(Checkup checkup) {
    return new DoctorPage(checkup).page();
  }

  private Page page() {
    machine();
    if (checkup.named()) {
      checkup.targets().forEach(this::target);
    } else {
      overview();
    }
    commands();
    return page;
  }

  private void machine() {
    TargetView view = checkup.view();
    page.text(Style.STRONG, "This machine: %s".formatted(view.host().triple()));
    if (view.rust().isPresent()) {
      RustToolchain rust = view.rust().get();
      fact(
          "Rust",
          Style.PLAIN,
          "rustc %s, cargo %s in %s"
              .formatted(rust.rustcVersion(), rust.cargoVersion(), rust.sysroot()));
    }
    view.withoutRust().forEach(problem -> problem("Rust", problem));
    if (view.rust().isPresent()) {
      fact(
          "rustup",
          Style.PLAIN,
          view.search()
              .program("rustup")
              .map(Object::toString)
              .orElse("is not on PATH: standard libraries come with whatever installed rustc"));
    }
    List<String> managers = Commands.packageManagers(view);
    fact(
        "packages",
        Style.PLAIN,
        managers.isEmpty()
            ? "none of the catalog's package managers is on PATH"
            : String.join(", ", managers));
    fact("tool cache", Style.PLAIN, view.cacheDir().toString());
    tools().forEach(this::tool);
    checkup.machineProblems().forEach(problem -> problem("trouble", problem));
    checkup.crateProblems().forEach(problem -> problem("crate", problem));
    if (!checkup.crateProblems().isEmpty()) {
      page.text(Style.PLAIN, "  ", "  ", "What follows is told for crates of any kind.");
    }
  }

  /** The tools that any of the targets takes. */
  private Map<String, ToolState.Usable> tools() {
    Map<String, ToolState.Usable> tools = new LinkedHashMap<>();
    for (TargetHealth health : checkup.targets()) {
      health.abilities().forEach(ability -> tools.putAll(ability.tools()));
    }
    return tools;
  }

  private void tool(String name, ToolState.Usable state) {
    if (state instanceof ToolState.Ready ready) {
      fact(
          name,
          Style.PLAIN,
          "%s (%s)\n%s".formatted(ready.version(), ready.source(), ready.program()));
    } else {
      fact(name, Style.DOUBTFUL, "%s is fetched by the first build".formatted(state.version()));
    }
  }

  private void problem(String label, Problem problem) {
    fact(label, Style.BAD, problem.message());
    problem.suggestion().ifPresent(text -> fact("", Style.PLAIN, text));
  }

  private void fact(String label, Style style, String text) {
    String first = label;
    for (String line : text.split("\n")) {
      page.labelled(INDENT, COLUMN, Span.of(first), new Span(line.strip(), style));
      first = "";
    }
  }

  private void overview() {
    page.gap();
    if (checkup.view().rust().isEmpty()) {
      page.text(Style.BAD, INDENTED, INDENTED, "without Rust nothing can be built");
      return;
    }
    List<List<Span>> rows = new ArrayList<>();
    for (TargetHealth health : checkup.targets()) {
      rows.add(
          List.of(
              new Span(health.target().triple().value(), Style.STRONG),
              new Span(health.status().label(), style(health.status())),
              Span.of(note(health))));
    }
    page.table(INDENT, rows);
    page.gap()
        .text(
            Style.FAINT,
            "For pure Rust, C and C++, in this order. More on some of them, and why:"
                + " -Drust.targets=…");
  }

  /** What decides over the status, in a few words. */
  private static String note(TargetHealth health) {
    return switch (health.status()) {
      case READY ->
          health.running().filter(RunnerSelection.Unrunnable.class::isInstance).isPresent()
              ? "no runner for its tests"
              : "";
      case FETCHES -> String.join(", ", fetched(health));
      case PARTLY ->
          "for "
              + health.abilities().stream()
                  .filter(Ability::isServed)
                  .map(Ability::what)
                  .collect(Collectors.joining(", "));
      case NOT_READY ->
          health.std().state() == Std.State.MISSING
              ? std(health)
              : health.lacksSysroot() ? "no sysroot" : "no toolchain";
    };
  }

  private static String std(TargetHealth health) {
    return health.std().missing().isEmpty() ? "std from source only" : "std is not installed";
  }

  private static List<String> fetched(TargetHealth health) {
    List<String> fetched = new ArrayList<>();
    if (health.std().state() == Std.State.INSTALLABLE) {
      fetched.add("std");
    }
    if (health.fetchesSysroot()) {
      fetched.add("sysroot");
    }
    health.abilities().forEach(ability -> fetched.addAll(ability.fetched()));
    return fetched.stream().distinct().toList();
  }

  private void target(TargetHealth health) {
    page.gap()
        .add(
            new Span(health.target().triple().value(), Style.STRONG),
            Span.of(": "),
            new Span(health.status().label(), style(health.status())));
    fact(
        "std",
        health.std().state() == Std.State.MISSING ? Style.BAD : Style.PLAIN,
        health.std().detail());
    health.sysroot().ifPresent(this::sysroot);
    abilities(health);
    health.running().ifPresent(this::runner);
  }

  private void sysroot(SysrootFinder.Found found) {
    if (found.state() instanceof SysrootFinder.State.Missing missing) {
      missing
          .problem()
          .toString()
          .lines()
          .forEach(line -> fact("sysroot", Style.BAD, line.strip()));
    } else {
      fact("sysroot", Style.PLAIN, "%s %s".formatted(found.sysroot(), found.state().words()));
    }
  }

  /** Those abilities together of which the same is told. */
  private void abilities(TargetHealth health) {
    Map<List<AbilityLine>, List<Ability>> alike =
        health.abilities().stream()
            .collect(
                Collectors.groupingBy(
                    ability -> AbilityLine.of(ability, true),
                    LinkedHashMap::new,
                    Collectors.toList()));
    boolean all = true;
    for (List<Ability> same : alike.values()) {
      abilities(AbilityLine.of(same.get(0), all), same.stream().map(Ability::what).toList());
      all &= same.get(0).isServed();
    }
  }

  private void abilities(List<AbilityLine> lines, List<String> names) {
    String label = String.join(", ", names);
    for (AbilityLine line : lines) {
      page.labelled(INDENT, COLUMN, Span.of(label), new Span(line.text(), line.style()));
      label = "";
    }
  }

  private void runner(RunnerSelection selection) {
    if (selection instanceof RunnerSelection.Runnable runnable) {
      fact("runs with", Style.PLAIN, runnable.label());
      return;
    }
    List<RunnerSelection.Rejection> rejections =
        ((RunnerSelection.Unrunnable) selection).rejections();
    fact("runs with", Style.DOUBTFUL, "nothing here; only the goal test needs it");
    boolean curable = rejections.stream().anyMatch(rejection -> !rejection.remedies().isEmpty());
    rejections.stream()
        .filter(rejection -> !curable || !rejection.remedies().isEmpty())
        .forEach(rejection -> fact("", Style.PLAIN, "- " + rejection));
  }

  private static Style style(TargetHealth.Status status) {
    return switch (status) {
      case READY, FETCHES -> Style.GOOD;
      case PARTLY -> Style.DOUBTFUL;
      case NOT_READY -> Style.BAD;
    };
  }

  private void commands() {
    List<String> commands = Commands.of(checkup);
    page.gap();
    if (commands.isEmpty()) {
      page.text(
          Style.PLAIN,
          checkup.notReady().isEmpty() && checkup.machineProblems().isEmpty()
              ? "Nothing is missing."
              : "No command is known that brings what is missing.");
      return;
    }
    page.text(
        Style.STRONG,
        commands.size() == 1
            ? "This command brings what is missing:"
            : "These commands bring what is missing:");
    String continuation = checkup.view().host().isWindows() ? "" : "\\";
    commands.forEach(command -> page.command(command, continuation));
  }
}
