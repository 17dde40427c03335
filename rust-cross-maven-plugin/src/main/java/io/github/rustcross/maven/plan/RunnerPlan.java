package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.runner.RunnerSelection.Rejection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What runs the programs of which target.
 *
 * @param targets the targets that can be run here, as they are asked for
 * @param runners their runners, by triple
 * @param leftOut the others
 */
public record RunnerPlan(
    List<TargetRequest> targets,
    Map<TargetTriple, RunnerSelection.Runnable> runners,
    List<LeftOut> leftOut) {
  /** Copies the collections and keeps their order. */
  public RunnerPlan {
    targets = List.copyOf(targets);
    runners = Collections.unmodifiableMap(new LinkedHashMap<>(runners));
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A target whose programs cannot be run here.
   *
   * @param target the target
   * @param rejections why each of its runners does not serve
   */
  public record LeftOut(Target target, List<Rejection> rejections) {
    /** Copies the list. */
    public LeftOut {
      rejections = List.copyOf(rejections);
    }

    /** Why not, in one line. */
    public String reason() {
      return rejections.isEmpty()
          ? "the catalog knows nothing that runs its programs"
          : String.join("; ", rejections.stream().map(Rejection::toString).toList());
    }

    /** The first command that would change it, where one would. */
    public Optional<String> remedy() {
      return rejections.stream().map(Rejection::remedy).flatMap(Optional::stream).findFirst();
    }
  }

  /** The same without some of the targets. */
  public RunnerPlan without(Set<TargetTriple> some) {
    Map<TargetTriple, RunnerSelection.Runnable> others = new LinkedHashMap<>(runners);
    others.keySet().removeAll(some);
    return new RunnerPlan(
        targets.stream().filter(request -> !some.contains(request.target().triple())).toList(),
        others,
        leftOut);
  }

  /** The catalog's downloads that the runners need. */
  public Set<String> tools() {
    Set<String> tools = new LinkedHashSet<>();
    runners.values().forEach(runner -> tools.addAll(runner.tools()));
    return tools;
  }
}
