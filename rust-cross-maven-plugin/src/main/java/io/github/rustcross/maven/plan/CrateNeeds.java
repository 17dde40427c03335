package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.DependencyWalk;
import io.github.rustcross.maven.rust.ForeignCode;
import io.github.rustcross.toolchain.Needs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What a crate asks of a target's toolchains. */
public final class CrateNeeds {
  private final PlanInputs inputs;
  private final Map<CrateGraph, ForeignCode> foreignCode = new IdentityHashMap<>();

  /** The needs of the crate that a build has. */
  public CrateNeeds(PlanInputs inputs) {
    this.inputs = inputs;
  }

  /**
   * What is asked for one target: once for each set of flags that its artifacts need.
   *
   * @return nothing where the crate has nothing to deliver for the target
   * @throws ProblemException if a package is named that the workspace does not have
   */
  public List<Needs> of(TargetRequest request) throws ProblemException {
    CrateGraph graph = inputs.graph(request.settings());
    ArtifactPlanner planner = new ArtifactPlanner(inputs.request(), graph, JarLayout.flat());
    List<ExpectedArtifact> artifacts =
        planner.artifacts(
            planner.packages(),
            request.target(),
            request.settings().delivery().or(inputs.request()::delivery));
    Set<Language> languages =
        foreignCode
            .computeIfAbsent(graph, key -> new ForeignCode(inputs.catalog().crates(), key))
            .languages(DependencyWalk.of(graph, planner.packages(), request.target(), false));
    List<Needs> needs = new ArrayList<>();
    for (Set<ArtifactKind> kinds : kinds(request.target(), artifacts)) {
      needs.add(new Needs(languages, kinds));
    }
    return needs;
  }

  /**
   * The sysroots of all targets, with the packages that the crate looks for.
   *
   * @throws ProblemException with everything that stands against them
   */
  public Map<TargetTriple, SysrootFinder.Found> sysroots() throws ProblemException {
    SysrootPlanner planner = new SysrootPlanner(inputs);
    Problems problems = new Problems();
    Map<TargetTriple, SysrootFinder.Found> found = new LinkedHashMap<>();
    for (TargetRequest request : inputs.targets()) {
      problems
          .of(() -> planner.find(request))
          .flatMap(Function.identity())
          .ifPresent(sysroot -> found.put(request.target().triple(), sysroot));
    }
    problems.failIfAny();
    return found;
  }

  /** The kinds of a target's artifacts, those together that need the same flags. */
  static Collection<Set<ArtifactKind>> kinds(Target target, List<ExpectedArtifact> artifacts) {
    Map<List<String>, Set<ArtifactKind>> byFlags = new LinkedHashMap<>();
    for (ArtifactKind kind : ArtifactKind.values()) {
      if (artifacts.stream().anyMatch(artifact -> artifact.kind() == kind)) {
        byFlags
            .computeIfAbsent(
                target.rustflags().getOrDefault(kind, List.of()),
                flags -> EnumSet.noneOf(ArtifactKind.class))
            .add(kind);
      }
    }
    return byFlags.values();
  }
}
