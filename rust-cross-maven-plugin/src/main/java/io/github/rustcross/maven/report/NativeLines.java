package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.NativeDependency;
import io.github.rustcross.maven.plan.Supply;
import io.github.rustcross.maven.plan.TargetNatives;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What crates need besides Rust, in words: once, however many targets there are. */
public final class NativeLines {
  private NativeLines() {}

  /** A line for each native library, one for all crates that compile their own, and the hints. */
  public static List<String> of(BuildPlan plan) {
    Map<String, List<TargetTriple>> libraries = new LinkedHashMap<>();
    Set<String> own = new LinkedHashSet<>();
    Map<String, List<TargetTriple>> hints = new LinkedHashMap<>();
    for (Map.Entry<TargetTriple, TargetNatives> target : plan.natives().entrySet()) {
      for (NativeDependency dependency : target.getValue().dependencies()) {
        if (dependency.supply() instanceof Supply.CompilesOwn) {
          own.add(dependency.crate());
        } else {
          libraries
              .computeIfAbsent(
                  "%s (%s)".formatted(dependency.words(), dependency.way()),
                  line -> new ArrayList<>())
              .add(target.getKey());
        }
      }
      target
          .getValue()
          .hints()
          .forEach(
              hint -> hints.computeIfAbsent(hint, line -> new ArrayList<>()).add(target.getKey()));
    }
    List<String> lines = new ArrayList<>();
    libraries.forEach((line, targets) -> lines.add(line + suffix(plan, targets)));
    if (!own.isEmpty()) {
      lines.add("crates with C or C++: " + String.join(", ", own));
    }
    hints.forEach((hint, targets) -> lines.add("hint" + suffix(plan, targets) + ": " + hint));
    return lines;
  }

  /** The targets, unless it is all of them. */
  private static String suffix(BuildPlan plan, List<TargetTriple> targets) {
    return targets.size() == plan.natives().size()
        ? ""
        : targets.stream().map(TargetTriple::value).collect(Collectors.joining(", ", " for ", ""));
  }
}
