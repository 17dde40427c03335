package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.FileNaming;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CargoPackage.CargoTarget;
import io.github.rustcross.maven.rust.CrateGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what a crate's build has to deliver for each target. */
final class ArtifactPlanner {
  private final BuildRequest request;
  private final CrateGraph graph;
  private final JarLayout layout;

  ArtifactPlanner(BuildRequest request, CrateGraph graph, JarLayout layout) {
    this.request = request;
    this.graph = graph;
    this.layout = layout;
  }

  /**
   * The packages that are built.
   *
   * @throws ProblemException if one is named that the workspace does not have
   */
  List<CargoPackage> packages() throws ProblemException {
    List<String> names = request.cargo().packages();
    if (names.isEmpty()) {
      return graph.defaultMembers().stream().map(graph.packages()::get).toList();
    }
    List<CargoPackage> packages = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<String> known = graph.memberPackages().stream().map(CargoPackage::name).toList();
    for (String name : names) {
      Optional<CargoPackage> found =
          graph.memberPackages().stream().filter(member -> member.name().equals(name)).findFirst();
      found.ifPresentOrElse(
          packages::add,
          () -> problems.add(unknown("rust.package: the workspace has no package", name, known)));
    }
    failIfAny(problems);
    return packages;
  }

  /**
   * What the packages deliver on a target, in the order of packages and of cargo's own listing.
   *
   * @param delivery as what they are attached; empty for the default of their kind
   * @throws ProblemException if there is no word for the target's classifier or its place in a jar
   */
  List<ExpectedArtifact> artifacts(
      List<CargoPackage> packages, Target target, Optional<Delivery> delivery)
      throws ProblemException {
    String platform = platform(target);
    List<ExpectedArtifact> artifacts = new ArrayList<>();
    for (CargoPackage built : packages) {
      for (CargoTarget part : built.targets()) {
        for (ArtifactKind kind : ArtifactKind.values()) {
          FileNaming naming = target.files().get(kind);
          if (naming != null && part.kinds().contains(kind.id()) && wanted(built, part, kind)) {
            artifacts.add(
                artifact(
                    built,
                    part,
                    kind,
                    target,
                    platform,
                    delivery.orElse(kind == ArtifactKind.CDYLIB ? Delivery.JAR : Delivery.BINARY)));
          }
        }
      }
    }
    return named(artifacts);
  }

  private boolean wanted(CargoPackage built, CargoTarget part, ArtifactKind kind) {
    boolean bin = kind == ArtifactKind.BIN;
    boolean everything = request.cargo().bins().isEmpty() && !request.cargo().lib();
    boolean named = bin ? request.cargo().bins().contains(part.name()) : request.cargo().lib();
    return (everything || named) && built.features().containsAll(part.requiredFeatures());
  }

  private ExpectedArtifact artifact(
      CargoPackage built,
      CargoTarget part,
      ArtifactKind kind,
      Target target,
      String platform,
      Delivery delivery)
      throws ProblemException {
    FileNaming naming = target.files().get(kind);
    // rustc names the files of libraries with underscores, those of executables as they are.
    String name = kind == ArtifactKind.BIN ? part.name() : part.name().replace('-', '_');
    return new ExpectedArtifact(
        built.id(),
        part.name(),
        kind,
        naming.fileName(name),
        delivery,
        switch (delivery) {
          case BINARY -> naming.type();
          case ARCHIVE -> target.archive().id();
          case JAR -> "jar";
        },
        platform,
        delivery == Delivery.JAR ? layout.entry(target, platform, naming, name) : "",
        delivery == Delivery.ARCHIVE ? built.documents() : List.of());
  }

  private String platform(Target target) throws ProblemException {
    return request
        .classifiers()
        .classifier(target)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        ProblemCode.PARAMETER_INVALID,
                        "rust.classifier=%s has no word for %s"
                            .formatted(request.classifiers().id(), target.triple()),
                        "Use -Drust.classifier=os or -Drust.classifier=triple.")));
  }

  /** One artifact of a type has the platform's classifier; several have their name before it. */
  private static List<ExpectedArtifact> named(List<ExpectedArtifact> artifacts) {
    Map<String, Integer> count = new LinkedHashMap<>();
    artifacts.stream()
        .filter(artifact -> artifact.delivery() == Delivery.BINARY)
        .forEach(artifact -> count.merge(artifact.type(), 1, Integer::sum));
    return artifacts.stream()
        .map(
            artifact ->
                new ExpectedArtifact(
                    artifact.packageId(),
                    artifact.name(),
                    artifact.kind(),
                    artifact.file(),
                    artifact.delivery(),
                    artifact.type(),
                    count.getOrDefault(artifact.type(), 1) > 1
                            && artifact.delivery() == Delivery.BINARY
                        ? artifact.name() + "-" + artifact.classifier()
                        : artifact.classifier(),
                    artifact.entry(),
                    artifact.documents()))
        .toList();
  }

  /** Checks that every binary that is asked for by name exists in some package. */
  void checkSelection(List<CargoPackage> packages) throws ProblemException {
    List<String> known =
        packages.stream()
            .flatMap(built -> built.targets().stream())
            .filter(part -> part.kinds().contains(ArtifactKind.BIN.id()))
            .map(CargoTarget::name)
            .toList();
    failIfAny(
        request.cargo().bins().stream()
            .filter(name -> !known.contains(name))
            .map(name -> unknown("rust.bins: the crate has no binary", name, known))
            .toList());
  }

  private static Problem unknown(String what, String name, List<String> known) {
    return Problem.of(
        ProblemCode.CRATE_TARGET_UNKNOWN,
        "%s '%s'".formatted(what, name),
        DidYouMean.of(
            name, known, "It has: " + (known.isEmpty() ? "none" : String.join(", ", known))));
  }

  private static void failIfAny(List<Problem> problems) throws ProblemException {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
