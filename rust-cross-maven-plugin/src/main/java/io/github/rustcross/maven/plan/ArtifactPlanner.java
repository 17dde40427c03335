package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.FileNaming;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
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

  ArtifactPlanner(BuildRequest request, CrateGraph graph) {
    this.request = request;
    this.graph = graph;
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
   * @throws ProblemException if a binary is named that no package has, or nothing is left
   */
  List<ExpectedArtifact> artifacts(List<CargoPackage> packages, Target target)
      throws ProblemException {
    List<ExpectedArtifact> artifacts = new ArrayList<>();
    for (CargoPackage built : packages) {
      for (CargoTarget part : built.targets()) {
        for (ArtifactKind kind : ArtifactKind.values()) {
          FileNaming naming = target.files().get(kind);
          if (naming != null && part.kinds().contains(kind.id()) && wanted(built, part, kind)) {
            artifacts.add(artifact(built, part, kind, naming));
          }
        }
      }
    }
    return classified(artifacts, target);
  }

  private boolean wanted(CargoPackage built, CargoTarget part, ArtifactKind kind) {
    boolean bin = kind == ArtifactKind.BIN;
    boolean everything = request.cargo().bins().isEmpty() && !request.cargo().lib();
    boolean named = bin ? request.cargo().bins().contains(part.name()) : request.cargo().lib();
    return (everything || named) && built.features().containsAll(part.requiredFeatures());
  }

  private ExpectedArtifact artifact(
      CargoPackage built, CargoTarget part, ArtifactKind kind, FileNaming naming) {
    Delivery delivery =
        request.delivery().orElse(kind == ArtifactKind.CDYLIB ? Delivery.JAR : Delivery.BINARY);
    // rustc names the files of libraries with underscores, those of executables as they are.
    String name = kind == ArtifactKind.BIN ? part.name() : part.name().replace('-', '_');
    return new ExpectedArtifact(
        built.id(),
        part.name(),
        kind,
        naming.fileName(name),
        delivery,
        delivery == Delivery.JAR ? "jar" : naming.type(),
        "");
  }

  /** One artifact of a type has the platform's classifier; several have their name before it. */
  private List<ExpectedArtifact> classified(List<ExpectedArtifact> artifacts, Target target)
      throws ProblemException {
    String platform =
        request
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
                        ? artifact.name() + "-" + platform
                        : platform))
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
    List<String> nearest = TargetCatalog.nearest(name, known);
    return Problem.of(
        ProblemCode.CRATE_TARGET_UNKNOWN,
        "%s '%s'".formatted(what, name),
        nearest.isEmpty()
            ? "It has: " + (known.isEmpty() ? "none" : String.join(", ", known))
            : "Did you mean " + String.join(" or ", nearest) + "?");
  }

  private static void failIfAny(List<Problem> problems) throws ProblemException {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
