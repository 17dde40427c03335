package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.OwnCopy;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.DependencyWalk;
import io.github.rustcross.maven.rust.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code rust.openssl=vendored} adds to the features of targets: {@code openssl/vendored}
 * where a package that is built asks for the crate itself.
 */
public final class VendoredOpenssl {
  private final BuildRequest request;
  private final TargetCatalog catalog;
  private final Map<List<String>, CrateGraph> graphs;

  /**
   * For one build.
   *
   * @param graphs the crate, by the further features that a target has
   */
  public VendoredOpenssl(
      BuildRequest request, TargetCatalog catalog, Map<List<String>, CrateGraph> graphs) {
    this.request = request;
    this.catalog = catalog;
    this.graphs = graphs;
  }

  /** The targets with the feature, where they are to have it and the crate allows it. */
  public List<TargetRequest> applied(List<TargetRequest> targets) {
    return targets.stream().map(this::applied).toList();
  }

  private TargetRequest applied(TargetRequest target) {
    OpensslMode mode = target.settings().openssl().orElse(request.openssl());
    if (mode != OpensslMode.VENDORED) {
      return target;
    }
    TargetSettings settings = target.settings();
    for (String feature : features(target)) {
      settings = settings.withFeature(feature);
    }
    return new TargetRequest(
        target.target(), target.floor(), target.toolchain(), target.sysroot(), settings);
  }

  private List<String> features(TargetRequest asked) {
    CrateGraph graph = graphs.get(asked.settings().features());
    List<CargoPackage> roots;
    try {
      roots = new ArtifactPlanner(request, graph, JarLayout.flat()).packages();
    } catch (ProblemException e) {
      // A package that does not exist is told when the plan is made.
      return List.of();
    }
    List<String> features = new ArrayList<>();
    for (Target part : parts(asked.target())) {
      DependencyWalk walk = DependencyWalk.of(graph, roots, part, request.isTest());
      for (CargoPackage root : roots) {
        walk.needs(root).forEach(crate -> feature(root, crate).ifPresent(features::add));
      }
    }
    return features;
  }

  private List<Target> parts(Target target) {
    return target.isUniversal()
        ? target.slices().stream().map(catalog::require).toList()
        : List.of(target);
  }

  /** {@code name/feature}, by the name that the package calls the crate by. */
  private Optional<String> feature(CargoPackage root, CargoPackage crate) {
    return openssl()
        .filter(
            facts ->
                facts.crate().equals(crate.name())
                    || facts.own().orElseThrow().through().contains(crate.name()))
        .findFirst()
        .flatMap(CrateFacts::own)
        .map(OwnCopy::features)
        .map(features -> name(root, crate) + "/" + features.get(0));
  }

  private Stream<CrateFacts> openssl() {
    return catalog.crates().facts().values().stream()
        .filter(facts -> facts.library().filter(OpensslMode.LIBRARY::equals).isPresent())
        .filter(facts -> facts.own().filter(own -> !own.features().isEmpty()).isPresent());
  }

  private static String name(CargoPackage root, CargoPackage crate) {
    return Manifest.read(root.manifest()).stream()
        .flatMap(manifest -> manifest.entries().stream())
        .filter(entry -> entry.crate().equals(crate.name()))
        .map(Manifest.Entry::name)
        .findFirst()
        .orElse(crate.name());
  }
}
