package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.plan.CargoLauncher;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.plan.SkippedTarget;
import io.github.rustcross.maven.plan.SysrootFinder;
import io.github.rustcross.maven.plan.TargetNatives;
import io.github.rustcross.maven.plan.TargetPlan;
import io.github.rustcross.maven.problem.Secrets;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.FoundPath;
import io.github.rustcross.toolchain.Launch;
import io.github.rustcross.toolchain.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plan as text: what will be done, with every variable and flag and where it comes from. */
public final class PlanPrinter {
  private final List<String> lines = new ArrayList<>();

  private final RunnerPlan runners;

  private PlanPrinter(RunnerPlan runners) {
    this.runners = runners;
  }

  /**
   * The lines of a plan.
   *
   * @param runners what can run the programs
   */
  public static List<String> lines(BuildPlan plan, RunnerPlan runners) {
    PlanPrinter printer = new PlanPrinter(runners);
    printer.plan(plan);
    return List.copyOf(printer.lines);
  }

  /** The lines of what runs programs alone, with the target's name before each. */
  public static List<String> lines(RunnerPlan runners) {
    PlanPrinter printer = new PlanPrinter(runners);
    runners
        .runners()
        .forEach(
            (triple, runner) -> {
              printer.add("%s:", triple);
              printer.runner(runner);
            });
    return List.copyOf(printer.lines);
  }

  private void plan(BuildPlan plan) {
    add(
        "catalog %s, rustc %s on %s",
        plan.catalogVersion(), plan.rust().rustcVersion(), plan.rust().host().triple());
    plan.targets().forEach(target -> target(plan, target));
    plan.warnings().forEach(this::warning);
    plan.skipped().forEach(this::skipped);
    if (!plan.stdToInstall().isEmpty()) {
      add("install first: rustup target add %s", String.join(" ", plan.stdToInstall()));
    }
    if (!plan.components().isEmpty()) {
      add("install first: rustup component add %s", String.join(" ", plan.components()));
    }
    if (!plan.tools().isEmpty()) {
      add("tools: %s", String.join(", ", plan.tools()));
    }
    int number = 0;
    for (CargoJob job : plan.jobs()) {
      number++;
      job(job, number, plan.jobs().size());
    }
  }

  private void warning(String warning) {
    List<String> lines = warning.lines().toList();
    add("%s", "warning: " + lines.get(0));
    lines.stream().skip(1).forEach(line -> add("%s", "  " + line));
  }

  /** Of a joined target what its parts need, once. */
  private void natives(BuildPlan plan, TargetPlan target) {
    Set<String> said = new LinkedHashSet<>();
    for (Target part : target.parts()) {
      TargetNatives natives = plan.natives().get(part.triple());
      if (natives != null) {
        natives
            .dependencies()
            .forEach(
                dependency ->
                    said.add("native: %s (%s)".formatted(dependency.words(), dependency.way())));
        natives.hints().forEach(hint -> said.add("hint: " + hint));
      }
    }
    said.forEach(line -> add("%s", "  " + line));
  }

  private void target(BuildPlan plan, TargetPlan target) {
    add("%s: %s", target.target().triple(), target.toolchain());
    add("  why: %s", target.reason());
    for (ExpectedArtifact artifact : target.artifacts()) {
      add(
          "  delivers %s (%s) as type %s, classifier %s",
          artifact.file(), artifact.kind().id(), artifact.type(), artifact.classifier());
      if (!artifact.entry().isEmpty()) {
        add("    at %s", artifact.entry());
      }
      if (!artifact.documents().isEmpty()) {
        add("    with %s", String.join(", ", names(artifact.documents())));
      }
    }
    natives(plan, target);
    plan.sysroots().stream()
        .filter(found -> target.parts().contains(found.target()))
        .forEach(this::sysroot);
    runners(target);
  }

  private void sysroot(SysrootFinder.Found found) {
    List<String> lines = found.state().words().lines().toList();
    add("  sysroot: %s %s", found.sysroot(), lines.get(0));
    if (!found.packages().isEmpty()) {
      add("    with %s", String.join(", ", found.packages()));
    }
    lines.stream().skip(1).forEach(line -> add("  %s", line));
  }

  /** Of a joined target its parts are run. */
  private void runners(TargetPlan target) {
    for (Target part : target.parts()) {
      Optional.ofNullable(runners.runners().get(part.triple())).ifPresent(this::runner);
      runners.leftOut().stream()
          .filter(left -> left.target().triple().equals(part.triple()))
          .forEach(
              left -> {
                add("  cannot be run here: %s", left.reason());
                left.remedy().ifPresent(command -> add("    try: %s", command));
              });
    }
  }

  private void runner(RunnerSelection.Runnable runner) {
    add("  runs here: %s (%s)", runner.label(), runner.reason());
    if (!runner.command().isEmpty()) {
      add("    %s <program>", String.join(" ", runner.command()));
    }
    variables(runner.environment());
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  private void skipped(SkippedTarget skipped) {
    add("%s: left out", skipped.target().triple());
    skipped.problem().toString().lines().forEach(line -> add("  %s", line));
  }

  private void job(CargoJob job, int number, int count) {
    add("cargo invocation %d of %d:", number, count);
    job.launcher().ifPresent(this::launcher);
    add("  cargo %s", String.join(" ", job.commandLine()));
    for (BuildUnit unit : job.units()) {
      add("  %s", unit.target().triple());
      for (FoundPath found : unit.environment().found()) {
        add("    %s: %s, by %s   [%s]", found.what(), found.path(), found.how(), found.origin());
      }
      variables(received(job, unit));
      for (Setting flag : unit.environment().rustflags()) {
        add("    rustflag %s   [%s]", flag.value(), flag.origin());
      }
    }
    Map<String, Setting> further = job.changedVariables();
    job.units()
        .forEach(unit -> further.keySet().removeAll(unit.environment().variables().keySet()));
    if (!further.isEmpty()) {
      add("  for all targets");
      variables(further);
    }
  }

  private void launcher(CargoLauncher launcher) {
    Launch launch = launcher.launch();
    add(
        "  started by %s%s%s",
        launch.program(),
        launch.version().map(version -> " " + version).orElse(""),
        launch.image().map(image -> " in image " + image.name()).orElse(""));
    add("    %s", String.join(" ", launch.command()));
    launcher.written().forEach(path -> add("    sees %s", path));
    launcher.read().forEach(path -> add("    sees %s (only reads)", path));
    launcher.kept().forEach(path -> add("    keeps %s", path));
    add("    with %s", String.join(" ", launcher.rust()));
  }

  /** A target's variables as cargo gets them: the POM may say something else for all. */
  private static Map<String, Setting> received(CargoJob job, BuildUnit unit) {
    Map<String, Setting> variables = new LinkedHashMap<>(unit.environment().variables());
    variables.replaceAll((name, setting) -> job.environment().getOrDefault(name, setting));
    return variables;
  }

  private void variables(Map<String, Setting> variables) {
    variables.forEach(
        (name, setting) -> add("    %s=%s   [%s]", name, setting.value(), setting.origin()));
  }

  private void add(String format, Object... arguments) {
    lines.add(Secrets.mask(format.formatted(arguments)));
  }
}
