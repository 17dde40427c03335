package io.github.rustcross.maven.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.build.Checkup;
import io.github.rustcross.maven.plan.TargetHealth;
import io.github.rustcross.maven.plan.TargetHealth.Ability;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.toolchain.FoundPath;
import io.github.rustcross.toolchain.Remedy;
import io.github.rustcross.toolchain.ToolState;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.nio.file.Path;
import java.util.Locale;

/** What the goal {@code doctor} says to programs. */
public final class DoctorJson {
  private DoctorJson() {}

  /** The document. */
  public static String of(Checkup checkup) {
    TargetView view = checkup.view();
    ObjectNode root = Json.document();
    root.put("catalogVersion", view.catalog().version());
    root.put("host", view.host().triple().value());
    if (view.rust().isPresent()) {
      root.putObject("rust")
          .put("rustc", view.rust().get().rustcVersion())
          .put("cargo", view.rust().get().cargoVersion())
          .put("sysroot", view.rust().get().sysroot().toString());
    } else {
      root.putNull("rust");
    }
    Json.texts(root.putArray("packageManagers"), Commands.packageManagers(view));
    root.put("ofCrate", checkup.ofCrate());
    ArrayNode problems = root.putArray("problems");
    view.withoutRust().forEach(problem -> Json.problem(problems.addObject(), problem));
    checkup.machineProblems().forEach(problem -> Json.problem(problems.addObject(), problem));
    checkup.crateProblems().forEach(problem -> Json.problem(problems.addObject(), problem));
    ArrayNode targets = root.putArray("targets");
    checkup.targets().forEach(health -> target(targets.addObject(), health));
    Json.texts(root.putArray("commands"), Commands.of(checkup));
    return Json.text(root);
  }

  private static void target(ObjectNode node, TargetHealth health) {
    node.put("triple", health.target().triple().value());
    node.put("status", word(health.status()));
    ObjectNode std = node.putObject("std");
    std.put("state", word(health.std().state()));
    std.put("detail", health.std().detail());
    Json.texts(std.putArray("missing"), health.std().missing());
    if (health.sysroot().isPresent()) {
      PlanJson.sysroot(node.putObject("sysroot"), health.sysroot().get());
    } else {
      node.putNull("sysroot");
    }
    ArrayNode abilities = node.putArray("builds");
    health.abilities().forEach(ability -> ability(abilities.addObject(), ability));
    if (health.running().isPresent()) {
      RunnerJson.put(node.putObject("running"), health.running().get());
    } else {
      node.putNull("running");
    }
  }

  private static void ability(ObjectNode node, Ability ability) {
    node.put("what", ability.what());
    if (ability.selection() instanceof Selected selected) {
      node.put("toolchain", selected.choice().label());
      node.put("glibc", selected.floor().map(GlibcVersion::toString).orElse(null));
      node.put("reason", selected.reason());
      node.putArray("rejections");
    } else {
      node.putNull("toolchain").putNull("glibc").putNull("reason");
      ArrayNode rejections = node.putArray("rejections");
      for (Rejection rejection : ((Unservable) ability.selection()).rejections()) {
        ObjectNode child = rejections.addObject();
        child.put("toolchain", rejection.choice()).put("reason", rejection.reason());
        Json.texts(child.putArray("remedies"), Remedy.commands(rejection.remedies()));
        Json.texts(child.putArray("hints"), rejection.hints());
      }
    }
    Json.texts(node.putArray("programs"), ability.programs().stream().map(Path::toString).toList());
    ArrayNode folders = node.putArray("found");
    for (FoundPath found : ability.folders()) {
      folders
          .addObject()
          .put("what", found.what())
          .put("path", found.path().toString())
          .put("how", found.how())
          .put("origin", found.origin().toString());
    }
    ArrayNode tools = node.putArray("tools");
    ability.tools().forEach((name, state) -> tool(tools.addObject().put("name", name), state));
  }

  private static void tool(ObjectNode node, ToolState.Usable state) {
    node.put("version", state.version());
    node.put("here", state instanceof ToolState.Ready);
    node.put("source", state instanceof ToolState.Ready ready ? ready.source() : null);
    node.put("program", state.program().toString());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
