package io.github.rustcross.maven.export;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.maven.plan.ProgramVariables;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.UnitPlanner;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.Needs;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.TargetEnvironmentFactory;
import io.github.rustcross.toolchain.ToolchainRequest;
import io.github.rustcross.toolchain.ToolchainSelection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import io.github.rustcross.toolchain.ToolchainSelector;
import java.util.EnumMap;
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

  private final TargetCatalog catalog;
  private final HostPlatform host;
  private final ToolchainSelector selector;
  private final TargetEnvironmentFactory environments;
  private final ProgramVariables variables;

  /** A factory for one machine. */
  public ExportedTargetFactory(
      TargetCatalog catalog,
      HostPlatform host,
      ToolchainSelector selector,
      TargetEnvironmentFactory environments) {
    this.catalog = catalog;
    this.host = host;
    this.selector = selector;
    this.environments = environments;
    this.variables = new ProgramVariables(catalog);
  }

  /**
   * The settings for a target, with a toolchain that compiles C and C++ where the target or the
   * toolchain that was named allows it.
   *
   * @param kind the kind of artifact that they are for
   * @throws ProblemException if no toolchain here serves, or the target has no such artifacts
   */
  public ExportedTarget create(TargetRequest request, ArtifactKind kind) throws ProblemException {
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
    TargetEnvironment environment = environments.create(target, selected, Set.of(kind));
    Map<ArtifactKind, List<String>> rustflags = new EnumMap<>(ArtifactKind.class);
    for (ArtifactKind each : target.files().keySet()) {
      if (selector.select(
                  target, new Needs(languages, Set.of(each)), request.floor(), request.toolchain())
              instanceof Selected same
          && same.choice().label().equals(selected.choice().label())) {
        rustflags.put(
            each, flags(settled(target, environments.create(target, same, Set.of(each)))));
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
        host,
        selected.choice().label(),
        languages,
        selected.floor(),
        settled(target, environment),
        rustflags,
        programs);
  }

  /** What is not there on this machine counts here: it may not be left out in silence. */
  private Set<Language> languages(TargetRequest request, ArtifactKind kind) {
    Optional<String> named =
        request.toolchain() instanceof ToolchainRequest.HostDefault
            ? Optional.of(catalog.hostToolchain())
            : request.toolchain() instanceof ToolchainRequest.Named one
                ? Optional.of(one.name())
                : Optional.empty();
    return LANGUAGES.stream()
        .filter(
            languages ->
                named
                        .filter(name -> catalog.requireToolchain(name).anyTarget())
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
    return catalog.requireToolchain(compiler).compiles().containsAll(languages)
        && catalog.requireToolchain(linker).links().containsAll(languages);
  }

  private Selected select(TargetRequest request, Needs needs) throws ProblemException {
    ToolchainSelection selection =
        selector.select(request.target(), needs, request.floor(), request.toolchain());
    if (selection instanceof Unservable unservable) {
      throw new ProblemException(UnitPlanner.unservable(request, unservable.rejections()));
    }
    return (Selected) selection;
  }

  private TargetEnvironment settled(Target target, TargetEnvironment environment) {
    return target.triple().equals(host.triple())
        ? variables.linkerAmongFlags(target, environment)
        : environment;
  }

  private static List<String> flags(TargetEnvironment environment) {
    return environment.rustflags().stream().map(Setting::value).toList();
  }

  private static List<String> ids(Target target) {
    return target.files().keySet().stream().map(ArtifactKind::id).sorted().toList();
  }
}
