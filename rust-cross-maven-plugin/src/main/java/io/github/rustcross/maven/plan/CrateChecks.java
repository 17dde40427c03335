package io.github.rustcross.maven.plan;

import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.Workspace;
import io.github.rustcross.maven.rust.Workspace.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds packages, executables, features and profiles that are asked for and do not exist. */
public final class CrateChecks {
  private final BuildRequest request;
  private final Workspace workspace;

  private CrateChecks(BuildRequest request, Workspace workspace) {
    this.request = request;
    this.workspace = workspace;
  }

  /**
   * All that is asked for and does not exist.
   *
   * @param profiles the profiles that exist; empty where that cannot be told
   */
  public static List<Problem> check(
      BuildRequest request, Workspace workspace, Optional<Set<String>> profiles) {
    CrateChecks checks = new CrateChecks(request, workspace);
    List<Problem> problems = new ArrayList<>();
    try {
      ArtifactPlanner planner = new ArtifactPlanner(request, workspace.graph(), JarLayout.flat());
      List<CargoPackage> packages = planner.packages();
      problems.addAll(checks.features(packages));
      planner.checkSelection(packages);
    } catch (ProblemException e) {
      problems.addAll(e.problems());
    }
    profile(request, profiles).ifPresent(problems::add);
    return problems;
  }

  /**
   * A profile that does not exist.
   *
   * @param profiles the profiles that exist; empty where that cannot be told
   */
  public static Optional<Problem> profile(BuildRequest request, Optional<Set<String>> profiles) {
    return profiles.flatMap(known -> profile(request, known));
  }

  /** What cargo is told past the plan may define a profile or choose other packages. */
  private static boolean saysMore(BuildRequest request, String option) {
    return request.cargo().arguments().stream()
        .anyMatch(argument -> argument.equals(option) || argument.startsWith(option + "="));
  }

  private static Optional<Problem> profile(BuildRequest request, Set<String> known) {
    String name = request.cargo().profile();
    return known.contains(name) || saysMore(request, "--config")
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.PROFILE_UNKNOWN,
                "%s: neither cargo nor the crate has a profile '%s'"
                    .formatted(request.isTest() ? "rust.test.profile" : "rust.profile", name),
                DidYouMean.of(name, new TreeSet<>(known))));
  }

  private List<Problem> features(List<CargoPackage> packages) {
    if (saysMore(request, "--workspace")
        || saysMore(request, "--all")
        || saysMore(request, "--package")
        || saysMore(request, "-p")) {
      return List.of();
    }
    return Stream.concat(
            request.cargo().features().stream(),
            request.rules().stream().flatMap(rule -> rule.settings().features().stream()))
        .distinct()
        .flatMap(words -> Arrays.stream(words.split("\\s+")))
        .map(feature -> feature(feature, packages))
        .flatMap(Optional::stream)
        .toList();
  }

  /** cargo wants a feature to be one of some package that is built (The Cargo Book, "Features"). */
  private Optional<Problem> feature(String feature, List<CargoPackage> packages) {
    int slash = feature.indexOf('/');
    String owner = slash < 0 ? "" : feature.substring(0, slash).replace("?", "");
    // Which features a dependency has is known only when cargo has resolved it.
    if (packages.stream().anyMatch(built -> of(built).dependencies().contains(owner))) {
      return Optional.empty();
    }
    Set<String> known = slash < 0 ? plain(packages) : qualified(packages);
    return known.contains(feature)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.FEATURE_UNKNOWN,
                "rust.features: %s no feature '%s'".formatted(owners(packages), feature),
                remedy(feature, known)));
  }

  private Set<String> plain(List<CargoPackage> packages) {
    Set<String> known = new TreeSet<>();
    packages.forEach(built -> known.addAll(of(built).names()));
    return known;
  }

  private Set<String> qualified(List<CargoPackage> packages) {
    Set<String> known = new TreeSet<>();
    packages.forEach(
        built -> of(built).names().forEach(name -> known.add(built.name() + "/" + name)));
    return known;
  }

  private String remedy(String feature, Set<String> known) {
    List<String> owners =
        workspace.graph().memberPackages().stream()
            .filter(
                member ->
                    of(member).names().contains(feature)
                        || qualified(List.of(member)).contains(feature))
            .map(CargoPackage::name)
            .toList();
    if (!owners.isEmpty()) {
      return "It is a feature of %s, which is not built: name it with -Drust.package."
          .formatted(String.join(", ", owners));
    }
    return known.isEmpty()
        ? "Leave it out: there are no features at all."
        : DidYouMean.of(feature, known, "It has: " + String.join(", ", known));
  }

  private static String owners(List<CargoPackage> packages) {
    List<String> names = packages.stream().map(CargoPackage::name).toList();
    return (names.size() == 1 ? "package %s has" : "packages %s have")
        .formatted(String.join(", ", names));
  }

  private Features of(CargoPackage member) {
    return workspace.features().getOrDefault(member.id(), new Features(Set.of(), Set.of()));
  }
}
