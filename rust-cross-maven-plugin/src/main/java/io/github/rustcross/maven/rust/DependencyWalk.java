package io.github.rustcross.maven.rust;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.rust.CargoPackage.Dependency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which packages of a graph are built for a target, and for whose sake. */
public final class DependencyWalk {
  private final CrateGraph graph;
  private final List<CargoPackage> roots;
  private final Target target;
  private final boolean tests;
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private Map<String, Step> host;

  private DependencyWalk(CrateGraph graph, List<CargoPackage> roots, Target target, boolean tests) {
    this.graph = graph;
    this.roots = roots;
    this.target = target;
    this.tests = tests;
  }

  /**
   * Walks through a graph.
   *
   * @param roots the packages that are built
   * @param tests whether their tests are built as well, with what only those need
   */
  public static DependencyWalk of(
      CrateGraph graph, List<CargoPackage> roots, Target target, boolean tests) {
    DependencyWalk walk = new DependencyWalk(graph, roots, target, tests);
    walk.ofTarget(Set.of(), walk.steps);
    return walk;
  }

  /**
   * A package that is built.
   *
   * @param crate the package
   * @param by what depends on it, on the shortest way; empty for a package that is asked for
   */
  public record Step(CargoPackage crate, Optional<Step> by) {
    /** The packages that lead to it, itself as the last. */
    public List<CargoPackage> path() {
      LinkedList<CargoPackage> path = new LinkedList<>();
      for (Optional<Step> step = Optional.of(this); step.isPresent(); step = step.get().by()) {
        path.addFirst(step.get().crate());
      }
      return List.copyOf(path);
    }
  }

  /** The packages that are built for the target, the nearest to those that are asked for first. */
  public Collection<Step> steps() {
    return steps.values();
  }

  /** The packages that only build scripts and macros need, which are built for the host. */
  public Collection<Step> hostSteps() {
    if (host == null) {
      host = ofHost();
    }
    return host.values();
  }

  /** Whether a package would still be built for the target without what some packages need. */
  public boolean reaches(String id, Set<String> without) {
    Map<String, Step> reached = new LinkedHashMap<>();
    ofTarget(without, reached);
    return reached.containsKey(id);
  }

  /** The packages that a package needs on the target. */
  public List<CargoPackage> needs(CargoPackage crate) {
    return crate.dependencies().stream()
        .filter(dependency -> isOfTarget(crate, dependency))
        .map(dependency -> graph.packages().get(dependency.id()))
        .toList();
  }

  /** The packages that a package's build script needs. */
  public List<CargoPackage> buildNeeds(CargoPackage crate) {
    return crate.dependencies().stream()
        .filter(dependency -> dependency.kind().equals("build"))
        .map(dependency -> graph.packages().get(dependency.id()))
        .filter(found -> found != null)
        .toList();
  }

  private void ofTarget(Set<String> without, Map<String, Step> found) {
    Deque<Step> open = new ArrayDeque<>();
    roots.forEach(root -> open.add(new Step(root, Optional.empty())));
    while (!open.isEmpty()) {
      Step next = open.poll();
      if (found.putIfAbsent(next.crate().id(), next) == null
          && !without.contains(next.crate().id())) {
        needs(next.crate()).forEach(child -> open.add(new Step(child, Optional.of(next))));
      }
    }
  }

  private Map<String, Step> ofHost() {
    Deque<Step> open = new ArrayDeque<>();
    for (Step step : new ArrayList<>(steps.values())) {
      for (Dependency dependency : step.crate().dependencies()) {
        CargoPackage child = graph.packages().get(dependency.id());
        boolean forHost =
            child != null
                && (dependency.kind().equals("build")
                    || dependency.kind().equals("normal") && child.isProcMacro());
        if (forHost) {
          open.add(new Step(child, Optional.of(step)));
        }
      }
    }
    Map<String, Step> found = new LinkedHashMap<>();
    while (!open.isEmpty()) {
      Step next = open.poll();
      if (found.putIfAbsent(next.crate().id(), next) == null) {
        next.crate().dependencies().stream()
            .filter(dependency -> !dependency.kind().equals("dev"))
            .map(dependency -> graph.packages().get(dependency.id()))
            .filter(child -> child != null)
            .forEach(child -> open.add(new Step(child, Optional.of(next))));
      }
    }
    return found;
  }

  private boolean isOfTarget(CargoPackage crate, Dependency dependency) {
    CargoPackage child = graph.packages().get(dependency.id());
    boolean compiled =
        dependency.kind().equals("normal")
            || tests && dependency.kind().equals("dev") && roots.contains(crate);
    return compiled
        && child != null
        && !child.isProcMacro()
        && CfgExpression.matches(
            dependency.condition(), target.triple().value(), target.platform());
  }
}
