package io.github.rustcross.maven.export;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.maven.plan.ProgramVariables;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.plan.UnitPlanner;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.toolchain.Needs;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.ToolchainRequest;
import io.github.rustcross.toolchain.ToolchainSelection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes what is exported of a target: the settings of a build, without any of a crate or a user.
 */
public final class ExportedTargetFactory {
  /** What a toolchain should do, beginning with the most. */
  private static final List<Set<Language>> LANGUAGES =
      List.of(Set.of(Language.C, Language.CXX), Set.of(Language.C), Set.of());

  private final TargetView view;
  private final ProgramVariables variables;

  /** A factory for one machine. */
  public ExportedTargetFactory(TargetView view) {
    this.view = view;
    this.variables = new ProgramVariables(view.catalog());
  }

  /**
   * The settings for all targets of the view, in its order; for one that is joined from others,
   * those of the others.
   *
   * @param kind the kind of artifact that they are for
   * @throws ProblemException with everything that stands against one of them
   */
  public Export create(ArtifactKind kind) throws ProblemException {
    Map<TargetTriple, TargetRequest> requests = new LinkedHashMap<>();
    for (TargetRequest request : view.targets()) {
      if (!request.target().isUniversal()) {
        requests.put(request.target().triple(), request);
      }
    }
    for (TargetRequest request : view.targets()) {
      for (TargetTriple slice : request.target().slices()) {
        requests.putIfAbsent(slice, request.of(view.catalog().require(slice)));
      }
    }
    Problems problems = new Problems();
    List<ExportedTarget> targets = new ArrayList<>();
    for (TargetRequest request : requests.values()) {
      problems.of(() -> create(request, kind)).ifPresent(targets::add);
    }
    problems.failIfAny();
    return new Export(view.catalog().version(), kind, targets);
  }

  /** With a toolchain that compiles C and C++, where the target, or the one named, allows it. */
  private ExportedTarget create(TargetRequest request, ArtifactKind kind) throws ProblemException {
    Target target = request.target();
    if (!target.files().containsKey(kind)) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.EXPORT_REFUSED,
              "%s: %s cannot be '%s', of which the target has none"
                  .formatted(target.triple(), Export.KIND, kind.id()),
              "It has: " + String.join(", ", ids(target))));
    }
    Set<Language> languages = languages(request, kind);
    Selected selected = select(request, new Needs(languages, Set.of(kind)));
    TargetEnvironment environment = view.environment(request, selected, Set.of(kind));
    Map<ArtifactKind, List<String>> rustflags = new EnumMap<>(ArtifactKind.class);
    for (ArtifactKind each : target.files().keySet()) {
      if (view.select(request, new Needs(languages, Set.of(each))) instanceof Selected same
          && same.choice().label().equals(selected.choice().label())) {
        rustflags.put(each, flags(settled(request, same, each)));
      }
    }
    Map<Role, String> programs = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      variables
          .name(role, target)
          .map(environment.variables()::get)
          .ifPresent(program -> programs.put(role, program.value()));
    }
    return new ExportedTarget(
        target,
        view.host(),
        selected.choice().label(),
        languages,
        selected.floor(),
        settled(request, selected, kind),
        rustflags,
        programs);
  }

  /**
   * The most that the target's toolchains, or the one that is named, could do. Whether they are on
   * this machine does not count: what is missing is told, not left out in silence.
   */
  private Set<Language> languages(TargetRequest request, ArtifactKind kind) {
    Optional<String> named =
        request.toolchain() instanceof ToolchainRequest.HostDefault
            ? Optional.of(view.catalog().hostToolchain())
            : request.toolchain() instanceof ToolchainRequest.Named one
                ? Optional.of(one.name())
                : Optional.empty();
    return LANGUAGES.stream()
        .filter(
            languages ->
                named
                        .filter(name -> view.catalog().requireToolchain(name).anyTarget())
                        .map(name -> can(name, name, languages))
                        .orElse(false)
                    || choices(request.target(), named)
                        .filter(choice -> choice.kinds().contains(kind))
                        .anyMatch(
                            choice ->
                                can(choice.toolchain(), choice.linkingToolchain(), languages)))
        .findFirst()
        .orElse(Set.of());
  }

  private static Stream<ToolchainChoice> choices(Target target, Optional<String> named) {
    return target.toolchains().stream()
        .filter(choice -> named.isEmpty() || named.get().equals(choice.toolchain()));
  }

  private boolean can(String compiler, String linker, Set<Language> languages) {
    return view.catalog().requireToolchain(compiler).compiles().containsAll(languages)
        && view.catalog().requireToolchain(linker).links().containsAll(languages);
  }

  private Selected select(TargetRequest request, Needs needs) throws ProblemException {
    ToolchainSelection selection = view.select(request, needs);
    if (selection instanceof Unservable unservable) {
      throw new ProblemException(UnitPlanner.unservable(request, unservable.rejections()));
    }
    return (Selected) selection;
  }

  private TargetEnvironment settled(TargetRequest request, Selected selected, ArtifactKind kind) {
    TargetEnvironment environment = view.environment(request, selected, Set.of(kind));
    return request.target().triple().equals(view.host().triple())
        ? variables.linkerAmongFlags(request.target(), environment)
        : environment;
  }

  private static List<String> flags(TargetEnvironment environment) {
    return environment.rustflags().stream().map(Setting::value).toList();
  }

  private static List<String> ids(Target target) {
    return target.files().keySet().stream().map(ArtifactKind::id).sorted().toList();
  }
}
