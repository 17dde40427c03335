package io.github.rustcross.maven.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.runner.RunnerSelection.Rejection;
import io.github.rustcross.runner.RunnerSelection.Runnable;
import io.github.rustcross.runner.RunnerSelection.Unrunnable;
import io.github.rustcross.toolchain.Remedy;

/** What runs a target's programs, for programs. */
final class RunnerJson {
  private RunnerJson() {}

  /** A runner that is asked for by its name. */
  static void put(ObjectNode node, String name, RunnerSelection selection) {
    node.put("name", name);
    put(node, selection);
  }

  static void put(ObjectNode node, RunnerSelection selection) {
    node.put("runner", selection instanceof Runnable runnable ? runnable.runner() : null);
    node.put("version", version(selection));
    ArrayNode command = node.putArray("command");
    if (selection instanceof Runnable runnable) {
      Json.texts(command, runnable.command());
    }
    ArrayNode rejections = node.putArray("rejections");
    if (selection instanceof Unrunnable unrunnable) {
      unrunnable.rejections().forEach(why -> rejection(rejections.addObject(), why));
    }
  }

  private static String version(RunnerSelection selection) {
    return selection instanceof Runnable runnable ? runnable.version().orElse(null) : null;
  }

  private static void rejection(ObjectNode node, Rejection why) {
    node.put("runner", why.runner()).put("reason", why.reason());
    Json.texts(node.putArray("remedies"), Remedy.commands(why.remedies()));
  }
}
