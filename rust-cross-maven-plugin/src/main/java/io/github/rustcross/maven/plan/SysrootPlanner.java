package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.Library;
import io.github.rustcross.catalog.PackageArchive;
import io.github.rustcross.catalog.SysrootSource;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.DependencyWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the sysroot of a target, with the packages that its crates look for. */
final class SysrootPlanner {
  private final PlanInputs inputs;

  SysrootPlanner(PlanInputs inputs) {
    this.inputs = inputs;
  }

  /**
   * The sysroot, if one is asked for.
   *
   * @throws ProblemException if it cannot serve
   */
  Optional<SysrootFinder.Found> find(TargetRequest request) throws ProblemException {
    CrateGraph graph = inputs.graph(request.settings());
    List<CargoPackage> roots =
        new ArtifactPlanner(inputs.request(), graph, JarLayout.flat()).packages();
    return find(
        request, DependencyWalk.of(graph, roots, request.target(), inputs.request().isTest()));
  }

  /**
   * The same where it is known what is built.
   *
   * @param walk the packages that are built
   */
  Optional<SysrootFinder.Found> find(TargetRequest request, DependencyWalk walk)
      throws ProblemException {
    return request.sysroot().isEmpty()
        ? Optional.empty()
        : Optional.of(
            inputs
                .sysroots()
                .find(request.target(), request.sysroot().get(), packages(request, walk)));
  }

  /** What is of no use is of no harm: a crate may turn out to have its own copy. */
  private List<String> packages(TargetRequest request, DependencyWalk walk) {
    Optional<PackageArchive> archive =
        request.sysroot().orElseThrow() instanceof SysrootRequest.OfCatalog named
                && named.sysroot().source() instanceof SysrootSource.Suite suite
            ? Optional.of(inputs.catalog().requireArchive(suite.archive()))
            : Optional.empty();
    if (archive.isEmpty()) {
      return List.of();
    }
    List<String> packages = new ArrayList<>();
    for (DependencyWalk.Step step : walk.steps()) {
      CrateFacts facts = inputs.catalog().crates().facts().get(step.crate().name());
      // Of a version that nobody has looked at it is still likely.
      if (facts != null
          && NativeDependencies.looksForLibrary(step.crate(), facts, request.target())
          && !NativeDependencies.hasOwnCopy(step.crate(), facts)) {
        Library library = inputs.catalog().crates().libraries().get(facts.library().orElseThrow());
        packages.addAll(archive.get().packagesOf(library));
      }
    }
    return packages.stream().distinct().sorted().toList();
  }
}
