package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.Needs;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.TargetEnvironmentFactory;
import io.github.rustcross.toolchain.TargetSysroot;
import io.github.rustcross.toolchain.ToolchainRequest;
import io.github.rustcross.toolchain.ToolchainSelection;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import io.github.rustcross.toolchain.ToolchainSelector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Divides a target's artifacts by the flags they need and finds a toolchain for each part. */
public final class UnitPlanner {
  private final ToolchainSelector selector;
  private final TargetEnvironmentFactory environments;
  private final EnvironmentComposer composer;

  UnitPlanner(
      ToolchainSelector selector,
      TargetEnvironmentFactory environments,
      EnvironmentComposer composer) {
    this.selector = selector;
    this.environments = environments;
    this.composer = composer;
  }

  /**
   * The parts of a target's build: mostly one. The first has the flags of most kinds.
   *
   * @throws ProblemException if no toolchain serves
   */
  List<BuildUnit> units(
      TargetRequest request,
      List<ExpectedArtifact> artifacts,
      Set<Language> languages,
      Optional<TargetSysroot> sysroot)
      throws ProblemException {
    List<BuildUnit> units = new ArrayList<>();
    for (Set<ArtifactKind> kinds : CrateNeeds.kinds(request.target(), artifacts)) {
      Selected selected = select(request, new Needs(languages, kinds, sysroot));
      Collection<Set<ArtifactKind>> parts = selector.byFlags(selected, kinds);
      for (Set<ArtifactKind> part : parts) {
        units.add(
            parts.size() == 1
                ? unit(request, artifacts, selected, part)
                : unit(
                    request,
                    artifacts,
                    select(request, new Needs(languages, part, sysroot)),
                    part));
      }
    }
    return units;
  }

  /**
   * The test programs of a target.
   *
   * @throws ProblemException if no toolchain serves
   */
  BuildUnit tests(TargetRequest request, Set<Language> languages, Optional<TargetSysroot> sysroot)
      throws ProblemException {
    Set<ArtifactKind> programs = EnumSet.of(ArtifactKind.BIN);
    Needs needs = new Needs(languages, programs, sysroot);
    return unit(request, List.of(), select(request, needs), programs);
  }

  private Selected select(TargetRequest request, Needs needs) throws ProblemException {
    ToolchainSelection selection =
        selector.select(request.target(), needs, request.floor(), request.toolchain());
    if (selection instanceof Unservable unservable) {
      throw new ProblemException(unservable(request, unservable.rejections()));
    }
    return (Selected) selection;
  }

  private BuildUnit unit(
      TargetRequest request,
      List<ExpectedArtifact> artifacts,
      Selected selected,
      Set<ArtifactKind> kinds) {
    Target target = request.target();
    TargetEnvironment environment =
        composer.complete(target, environments.create(target, selected, kinds), request.settings());
    return new BuildUnit(
        target,
        kinds,
        selected,
        request.settings(),
        environment,
        artifacts.stream().filter(artifact -> kinds.contains(artifact.kind())).toList());
  }

  /** What is wrong where no toolchain serves a target. */
  public static Problem unservable(TargetRequest request, List<Rejection> rejections) {
    String triple = request.target().triple().value();
    String served =
        request.target().toolchains().stream()
            .map(choice -> choice.toolchain())
            .distinct()
            .collect(Collectors.joining(", "));
    if (request.toolchain() instanceof ToolchainRequest.Named named && rejections.isEmpty()) {
      return Problem.of(
          ProblemCode.TOOLCHAIN_UNAVAILABLE,
          "rust.crossToolchain: '%s' cannot build for %s".formatted(named.name(), triple),
          "What can: " + served);
    }
    Optional<String> remedy =
        rejections.stream().map(Rejection::remedy).flatMap(Optional::stream).findFirst();
    return new Problem(
        ProblemCode.TOOLCHAIN_UNAVAILABLE,
        "no toolchain here can build for %s:%s"
            .formatted(
                triple, rejections.stream().map(UnitPlanner::line).collect(Collectors.joining())),
        remedy.map(command -> "Try: " + command));
  }

  private static String line(Rejection rejection) {
    return "\n  - "
        + rejection
        + rejection.hints().stream().map(hint -> "\n    " + hint).collect(Collectors.joining());
  }
}
