package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.maven.plan.TargetHealth.Ability;
import io.github.rustcross.maven.plan.TargetHealth.Std;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.FoundPath;
import io.github.rustcross.toolchain.InstallCommand;
import io.github.rustcross.toolchain.Launch;
import io.github.rustcross.toolchain.Needs;
import io.github.rustcross.toolchain.Remedy;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.Template;
import io.github.rustcross.toolchain.ToolState;
import io.github.rustcross.toolchain.ToolchainRequest;
import io.github.rustcross.toolchain.ToolchainSelection;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which of the chosen targets can be built here. */
public final class HealthCheck {
  private final TargetView view;
  private final boolean mayInstall;
  private final boolean buildStd;
  private final Function<TargetRequest, Map<String, List<Needs>>> needs;
  private final Predicate<Launch.Image> images;
  private final Function<Target, RunnerSelection> runners;

  /**
   * A check.
   *
   * @param mayInstall whether standard libraries may be installed
   * @param buildStd whether the standard library is built from source
   * @param needs what is built for a target, in words, and what that asks of a toolchain
   * @param runners what runs a target's programs
   */
  public HealthCheck(
      TargetView view,
      boolean mayInstall,
      boolean buildStd,
      Function<TargetRequest, Map<String, List<Needs>>> needs,
      Predicate<Launch.Image> images,
      Function<Target, RunnerSelection> runners) {
    this.view = view;
    this.mayInstall = mayInstall;
    this.buildStd = buildStd;
    this.needs = needs;
    this.images = images;
    this.runners = runners;
  }

  /** What is built where there is no crate: one that compiles nothing, C, C and C++. */
  public static Map<String, List<Needs>> withoutCrate(TargetRequest request) {
    Map<String, List<Needs>> all = new LinkedHashMap<>();
    levels(request.target().files().keySet())
        .forEach((what, needs) -> all.put(what, List.of(needs)));
    return all;
  }

  /** What crates may compile, in words, and what that asks of a toolchain. */
  public static Map<String, Needs> levels(Set<ArtifactKind> kinds) {
    Set<ArtifactKind> kind =
        Stream.of(ArtifactKind.values())
            .filter(kinds::contains)
            .findFirst()
            .map(Set::of)
            .orElse(Set.of(ArtifactKind.BIN));
    Map<String, Needs> levels = new LinkedHashMap<>();
    levels.put("pure Rust", new Needs(Set.of(), kind));
    levels.put("C", new Needs(EnumSet.of(Language.C), kind));
    levels.put("C++", new Needs(EnumSet.of(Language.C, Language.CXX), kind));
    return levels;
  }

  /** How all chosen targets are. */
  public List<TargetHealth> check() {
    return view.targets().stream().map(this::check).toList();
  }

  private TargetHealth check(TargetRequest request) {
    List<TargetRequest> parts = parts(request);
    List<Ability> abilities = new ArrayList<>();
    needs.apply(request).forEach((what, asked) -> abilities.add(ability(what, parts, asked)));
    return new TargetHealth(
        request.target(),
        std(parts),
        Optional.ofNullable(view.sysroots().get(request.target().triple())),
        abilities,
        request.target().isUniversal()
            ? Optional.empty()
            : Optional.of(runners.apply(request.target())));
  }

  private List<TargetRequest> parts(TargetRequest request) {
    return request.target().isUniversal()
        ? request.target().slices().stream()
            .map(slice -> request.of(view.catalog().require(slice)))
            .toList()
        : List.of(request);
  }

  private Std std(List<TargetRequest> parts) {
    if (view.rust().isEmpty()) {
      return new Std(Std.State.MISSING, List.of(), "there is no Rust");
    }
    RustToolchain rust = view.rust().get();
    if (buildStd) {
      return rust.isNightly() && (rust.hasStdSource() || mayInstall)
          ? new Std(Std.State.INSTALLED, List.of(), "is built from source")
          : new Std(
              Std.State.MISSING, List.of(), "building it takes a nightly toolchain with rust-src");
    }
    List<Target> missing =
        parts.stream()
            .map(TargetRequest::target)
            .filter(target -> !rust.hasStd(target.triple().value()))
            .toList();
    if (missing.isEmpty()) {
      return new Std(Std.State.INSTALLED, List.of(), "is installed");
    }
    if (missing.stream().anyMatch(target -> target.std() == StdSupport.SOURCE)) {
      return new Std(
          Std.State.MISSING,
          List.of(),
          "rustup has none; it is built with -Drust.std=build -Drust.channel=nightly");
    }
    List<String> triples = missing.stream().map(Target::triple).map(TargetTriple::value).toList();
    if (view.search().program("rustup").isEmpty()) {
      return new Std(Std.State.MISSING, triples, "is not installed, and there is no rustup");
    }
    return mayInstall
        ? new Std(Std.State.INSTALLABLE, triples, "is installed by the first build")
        : new Std(Std.State.MISSING, triples, "is not installed");
  }

  private Ability ability(String what, List<TargetRequest> parts, List<Needs> asked) {
    Set<Path> programs = new LinkedHashSet<>();
    Set<FoundPath> folders = new LinkedHashSet<>();
    Map<String, ToolState.Usable> used = new LinkedHashMap<>();
    Set<String> lacking = new LinkedHashSet<>();
    Optional<ToolchainSelection> first = Optional.empty();
    for (TargetRequest part : parts) {
      for (Needs some : asked) {
        ToolchainSelection selection = select(part, some);
        if (!(selection instanceof Selected selected)) {
          return new Ability(what, selection, List.of(), List.of(), Map.of(), List.of());
        }
        TargetEnvironment environment = view.environment(part, selected, some.kinds());
        programs(environment).forEach(programs::add);
        folders.addAll(environment.found());
        for (String tool : environment.tools()) {
          if (view.tools().state(tool) instanceof ToolState.Usable usable) {
            used.put(tool, usable);
          }
        }
        environment
            .launch()
            .flatMap(Launch::image)
            .filter(image -> !images.test(image))
            .ifPresent(image -> lacking.add("image " + image.name()));
        first = first.or(() -> Optional.of(selection));
      }
    }
    return new Ability(
        what,
        first.orElseGet(() -> new Unservable(List.of())),
        List.copyOf(programs),
        List.copyOf(folders),
        used,
        List.copyOf(lacking));
  }

  private ToolchainSelection select(TargetRequest request, Needs some) {
    ToolchainSelection selection = view.select(request, some);
    if (request.toolchain() instanceof ToolchainRequest.HostDefault) {
      return withoutCompiler(request).map(ToolchainSelection.class::cast).orElse(selection);
    }
    boolean other = selection instanceof Unservable unservable && unservable.rejections().isEmpty();
    return other && request.toolchain() instanceof ToolchainRequest.Named named
        ? rejected(
            named.name(),
            "it does not build for this target; what does: "
                + request.target().toolchains().stream()
                    .map(ToolchainChoice::toolchain)
                    .distinct()
                    .collect(Collectors.joining(", ")),
            List.of())
        : selection;
  }

  /**
   * For {@code host} cargo's own linker is taken, whether there is one or not. Elsewhere than on
   * Linux compilers hide from PATH.
   */
  private Optional<Unservable> withoutCompiler(TargetRequest request) {
    TargetCatalog catalog = view.catalog();
    List<String> compilers = catalog.hostCompilers();
    if (!view.host().os().equals("linux")
        || compilers.stream().anyMatch(name -> view.search().program(name).isPresent())) {
      return Optional.empty();
    }
    return Optional.of(
        rejected(
            catalog.hostToolchain(),
            "%s is not on PATH".formatted(String.join(" or ", compilers)),
            new InstallCommand(catalog, view.host(), view.search())
                    .of(
                        catalog.requireToolchain(catalog.hostToolchain()).install(),
                        new Template(request.target().names()))
                    .stream()
                    .toList()));
  }

  private static Unservable rejected(String toolchain, String reason, List<Remedy> remedies) {
    return new Unservable(List.of(new Rejection(toolchain, reason, remedies, List.of())));
  }

  private Stream<Path> programs(TargetEnvironment environment) {
    return Stream.concat(
            environment.variables().values().stream(), environment.rustflags().stream())
        .map(Setting::value)
        .map(value -> value.substring(value.indexOf('=') + 1))
        .flatMap(value -> program(value).stream());
  }

  /** Scripts of ours say nothing of where a toolchain is. */
  private Optional<Path> program(String value) {
    try {
      return Optional.of(Path.of(value))
          .filter(Path::isAbsolute)
          .filter(path -> !path.startsWith(view.cacheDir()))
          .filter(view.search()::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
