package io.github.rustcross.maven.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Library;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.plan.NativeDependency;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.plan.SysrootFinder;
import io.github.rustcross.maven.plan.TargetNatives;
import io.github.rustcross.maven.plan.TargetPlan;
import io.github.rustcross.maven.problem.Secrets;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.FoundPath;
import io.github.rustcross.toolchain.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the goal {@code plan} says to programs; passwords are masked as in its text. */
public final class PlanJson {
  private final RunnerPlan runners;

  private PlanJson(RunnerPlan runners) {
    this.runners = runners;
  }

  /**
   * The document.
   *
   * @param runners what can run the programs
   */
  public static String of(BuildPlan plan, RunnerPlan runners) {
    return Json.text(new PlanJson(runners).json(plan));
  }

  private ObjectNode json(BuildPlan plan) {
    ObjectNode root = Json.document();
    root.put("catalogVersion", plan.catalogVersion());
    root.put("rustc", plan.rust().rustcVersion());
    root.put("cargo", plan.rust().cargoVersion());
    root.put("host", plan.rust().host().triple().value());
    ArrayNode targets = root.putArray("targets");
    plan.targets().forEach(target -> target(targets.addObject(), plan, target));
    ArrayNode skipped = root.putArray("skipped");
    plan.skipped()
        .forEach(
            left ->
                Json.problem(
                    skipped.addObject().put("triple", left.target().triple().value()),
                    left.problem()));
    ObjectNode install = root.putObject("install");
    Json.texts(install.putArray("std"), plan.stdToInstall());
    Json.texts(install.putArray("components"), plan.components());
    Json.texts(root.putArray("tools"), plan.tools());
    masked(root.putArray("warnings"), plan.warnings());
    ArrayNode jobs = root.putArray("jobs");
    plan.jobs().forEach(job -> job(jobs.addObject(), job));
    return root;
  }

  private static void natives(ObjectNode node, BuildPlan plan, TargetPlan target) {
    ArrayNode natives = node.putArray("natives");
    ArrayNode hints = node.putArray("hints");
    for (Target part : target.parts()) {
      TargetNatives known = plan.natives().get(part.triple());
      if (known != null) {
        known
            .dependencies()
            .forEach(dependency -> dependency(natives.addObject(), part, dependency));
        Json.texts(hints, known.hints());
      }
    }
  }

  /** A sysroot, of a plan or a checkup. */
  static void sysroot(ObjectNode node, SysrootFinder.Found found) {
    node.put("triple", found.target().triple().value());
    node.put("name", found.sysroot().name());
    node.put("path", found.sysroot().root().map(Path::toString).orElse("/"));
    node.put("glibc", found.sysroot().glibc().map(GlibcVersion::toString).orElse(null));
    Json.texts(node.putArray("packages"), found.packages());
    node.put("state", found.state().id());
  }

  private static void dependency(ObjectNode node, Target part, NativeDependency dependency) {
    node.put("triple", part.triple().value());
    node.put("crate", dependency.crate());
    node.put("version", dependency.version());
    Json.texts(node.putArray("path"), dependency.path());
    node.put("library", dependency.library().map(Library::name).orElse(null));
    node.put("supply", dependency.supply().id());
    node.put("words", dependency.supply().words());
  }

  private void target(ObjectNode node, BuildPlan plan, TargetPlan target) {
    node.put("triple", target.target().triple().value());
    Json.texts(
        node.putArray("parts"),
        target.parts().stream().map(part -> part.triple().value()).toList());
    node.put("toolchain", target.toolchain());
    node.put("toolchainVersion", target.toolchainVersion().orElse(null));
    node.put("reason", Secrets.mask(target.reason()));
    node.put("glibc", target.floor().map(GlibcVersion::toString).orElse(null));
    ArrayNode artifacts = node.putArray("artifacts");
    target.artifacts().forEach(artifact -> artifact(artifacts.addObject(), artifact));
    natives(node, plan, target);
    ArrayNode sysroots = node.putArray("sysroots");
    plan.sysroots().stream()
        .filter(found -> target.parts().contains(found.target()))
        .forEach(found -> sysroot(sysroots.addObject(), found));
    ArrayNode running = node.putArray("runners");
    target.parts().forEach(part -> runner(running, part));
  }

  private static void artifact(ObjectNode node, ExpectedArtifact artifact) {
    node.put("name", artifact.name());
    node.put("kind", artifact.kind().id());
    node.put("file", artifact.file());
    node.put("delivery", artifact.delivery().id());
    node.put("type", artifact.type());
    node.put("classifier", artifact.classifier());
    node.put("entry", artifact.entry().isEmpty() ? null : artifact.entry());
    Json.texts(
        node.putArray("documents"), artifact.documents().stream().map(Object::toString).toList());
  }

  private void runner(ArrayNode array, Target part) {
    RunnerSelection selection = runners.runners().get(part.triple());
    if (selection != null) {
      RunnerSelection.Runnable runnable = (RunnerSelection.Runnable) selection;
      ObjectNode node = array.addObject().put("triple", part.triple().value());
      RunnerJson.put(node, runnable);
      node.put("reason", runnable.reason());
      variables(node.putArray("variables"), runnable.environment());
      return;
    }
    runners.leftOut().stream()
        .filter(left -> left.target().triple().equals(part.triple()))
        .findFirst()
        .ifPresent(
            left ->
                RunnerJson.put(
                    array.addObject().put("triple", part.triple().value()),
                    new RunnerSelection.Unrunnable(left.rejections())));
  }

  private static void job(ObjectNode node, CargoJob job) {
    List<String> command = new ArrayList<>(List.of("cargo"));
    command.addAll(job.commandLine());
    masked(node.putArray("command"), command);
    node.put("targetDir", job.targetDir().toString());
    variables(node.putArray("variables"), job.changedVariables());
    ArrayNode units = node.putArray("units");
    job.units().forEach(unit -> unit(units.addObject(), unit));
  }

  private static void unit(ObjectNode node, BuildUnit unit) {
    node.put("triple", unit.target().triple().value());
    node.put("toolchain", unit.selection().choice().label());
    Json.texts(
        node.putArray("kinds"), unit.kinds().stream().sorted().map(ArtifactKind::id).toList());
    variables(node.putArray("variables"), unit.environment().variables());
    ArrayNode flags = node.putArray("rustflags");
    unit.environment().rustflags().forEach(flag -> setting(flags.addObject(), flag));
    ArrayNode found = node.putArray("found");
    for (FoundPath path : unit.environment().found()) {
      found
          .addObject()
          .put("what", path.what())
          .put("path", path.path().toString())
          .put("how", path.how())
          .put("origin", path.origin().toString());
    }
  }

  private static void variables(ArrayNode array, Map<String, Setting> variables) {
    variables.forEach((name, setting) -> setting(array.addObject().put("name", name), setting));
  }

  private static void setting(ObjectNode node, Setting setting) {
    node.put("value", Secrets.mask(setting.value()));
    node.put("origin", setting.origin().toString());
  }

  private static void masked(ArrayNode array, Collection<String> texts) {
    texts.stream().map(Secrets::mask).forEach(array::add);
  }
}
