package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.DependencyWalk;
import io.github.rustcross.maven.rust.ForeignCode;
import io.github.rustcross.toolchain.FoundLauncher;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.TargetEnvironmentFactory;
import io.github.rustcross.toolchain.TargetSysroot;
import io.github.rustcross.toolchain.ToolState;
import io.github.rustcross.toolchain.ToolchainSelector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the plan: pure, except that it may ask what is on PATH and in the tool cache. Finds all
 * problems of all targets before it gives up.
 */
public final class BuildPlanner {
  /** What {@code rust.unavailable=skip} forgives. */
  private static final Set<ProblemCode> UNAVAILABLE =
      Set.of(ProblemCode.TOOLCHAIN_UNAVAILABLE, ProblemCode.STD_MISSING);

  private final PlanInputs inputs;
  private final StdPlanner std;
  private final UnitPlanner unitPlanner;
  private final TargetEnvironmentFactory environments;
  private final EnvironmentComposer composer;
  private final JarLayout layout;
  private final List<Problem> problems = new ArrayList<>();
  private final NativePlanner natives;
  private final List<SkippedTarget> skipped = new ArrayList<>();
  private final List<TargetPlan> planned = new ArrayList<>();
  private final Map<CrateGraph, ForeignCode> foreignCode = new IdentityHashMap<>();
  private final Map<TargetTriple, List<BuildUnit>> units = new LinkedHashMap<>();
  private final Map<TargetTriple, SysrootFinder.Found> sysroots = new LinkedHashMap<>();

  private BuildPlanner(PlanInputs inputs) {
    this.inputs = inputs;
    this.std = new StdPlanner(inputs);
    this.natives = new NativePlanner(inputs);
    TargetEnvironmentFactory environments =
        new TargetEnvironmentFactory(
            inputs.catalog(),
            inputs.rust().host(),
            inputs.search(),
            inputs.tools(),
            inputs.request().cacheDir(),
            inputs.rust().rustcVersion());
    EnvironmentComposer composer =
        new EnvironmentComposer(
            inputs.catalog(),
            inputs.rust().host().triple(),
            inputs.environment(),
            inputs.config().rustflags(),
            remapped(inputs));
    this.unitPlanner =
        new UnitPlanner(
            new ToolchainSelector(
                inputs.catalog(),
                inputs.rust().host(),
                inputs.search(),
                inputs.tools(),
                inputs.probe()),
            environments,
            composer);
    this.environments = environments;
    this.composer = composer;
    this.layout = layout();
  }

  /**
   * Makes the plan.
   *
   * @throws ProblemException with everything that stands against it
   */
  public static BuildPlan plan(PlanInputs inputs) throws ProblemException {
    return new BuildPlanner(inputs).plan();
  }

  private static Map<Path, String> remapped(PlanInputs inputs) {
    Map<Path, String> folders = new LinkedHashMap<>();
    if (inputs.request().isTest()) {
      // Tests find their files by the names that the compiler put in, and editors their places.
      return folders;
    }
    folders.put(inputs.cargoHome(), "/cargo");
    folders.put(inputs.graph().workspaceRoot(), "/crate");
    return folders;
  }

  private BuildPlan plan() throws ProblemException {
    ArtifactPlanner any = artifacts(inputs.graph());
    any.checkSelection(any.packages());
    for (TargetRequest request : inputs.targets()) {
      try {
        planned.add(target(request));
      } catch (ProblemException e) {
        leaveOut(request.target(), e);
      }
    }
    if (planned.isEmpty() && problems.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.TARGETS_EMPTY,
              "none of the targets can be built here: "
                  + String.join(
                      ", ", skipped.stream().map(left -> left.target().triple().value()).toList()),
              "Run with -Drust.unavailable=fail to see what each of them lacks."));
    }
    problems.addAll(ArtifactChecks.repeated(planned));
    problems.addAll(natives.problems());
    List<BuildUnit> all = units.values().stream().flatMap(List::stream).toList();
    List<String> missingStd = std.toInstall(all);
    List<String> components = std.components();
    problems.addAll(std.problems());
    Optional<TargetEnvironment> hostFallback =
        all.stream().allMatch(unit -> unit.environment().launch().isPresent())
            ? Optional.empty()
            : hostFallback();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems.stream().distinct().toList());
    }
    List<CargoJob> jobs =
        new JobPlanner(inputs, composer, hostFallback, natives.natives()).jobs(all);
    return new BuildPlan(
        inputs.catalog().version(),
        inputs.rust(),
        planned,
        skipped,
        jobs,
        missingStd,
        components,
        tools(all, hostFallback),
        List.copyOf(sysroots.values()),
        hostFallback.map(TargetEnvironment::scripts).orElse(List.of()),
        natives.natives(),
        natives.warnings());
  }

  private void leaveOut(Target target, ProblemException reason) {
    boolean unavailable =
        reason.problems().stream().allMatch(problem -> UNAVAILABLE.contains(problem.code()));
    if (unavailable && inputs.request().skipUnavailable()) {
      skipped.add(new SkippedTarget(target, reason.problems().get(0)));
    } else {
      problems.addAll(reason.problems());
    }
  }

  private JarLayout layout() {
    try {
      return JarLayout.of(inputs.catalog(), inputs.request().jniLayout());
    } catch (ProblemException e) {
      // With any other, what else is wrong is found too.
      problems.addAll(e.problems());
      return JarLayout.flat();
    }
  }

  private ArtifactPlanner artifacts(CrateGraph graph) {
    return new ArtifactPlanner(inputs.request(), graph, layout);
  }

  private List<ExpectedArtifact> artifacts(TargetRequest request) throws ProblemException {
    if (inputs.request().isTest()) {
      return List.of();
    }
    ArtifactPlanner planner = artifacts(inputs.graph(request.settings()));
    return planner.artifacts(
        planner.packages(),
        request.target(),
        request.settings().delivery().or(inputs.request()::delivery));
  }

  private TargetPlan target(TargetRequest request) throws ProblemException {
    Target target = request.target();
    List<ExpectedArtifact> artifacts = artifacts(request);
    if (artifacts.isEmpty() && !inputs.request().isTest()) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.NOTHING_TO_BUILD,
              "the crate has no binary, cdylib or staticlib for " + target.triple(),
              "A library that is to be shipped needs in its Cargo.toml: [lib] crate-type ="
                  + " [\"cdylib\"]"));
    }
    Map<TargetTriple, List<BuildUnit>> parts = new LinkedHashMap<>();
    List<TargetRequest> partRequests = parts(request);
    for (TargetRequest part : partRequests) {
      parts.put(part.target().triple(), concrete(part));
    }
    List<BuildUnit> main = parts.values().stream().flatMap(List::stream).toList();
    std.require(main);
    units.putAll(parts);
    BuildUnit first = main.get(0);
    return new TargetPlan(
        target,
        partRequests.stream().map(TargetRequest::target).toList(),
        String.join(
            ", ", main.stream().map(unit -> unit.selection().choice().label()).distinct().toList()),
        version(first),
        first.selection().reason(),
        first.selection().floor(),
        VerifyPlan.of(inputs.catalog(), inputs.request(), request),
        artifacts);
  }

  /**
   * The version of the tool that the toolchain comes with, or of rustc where rustc brings it; the
   * image that has the compilers, if one does.
   */
  private Optional<String> version(BuildUnit unit) {
    if (unit.selection().launcher().isPresent()) {
      return unit.selection().launcher().flatMap(FoundLauncher::image);
    }
    Toolchain toolchain = inputs.catalog().requireToolchain(unit.selection().choice().toolchain());
    boolean ofRustc =
        toolchain.programs().values().stream().anyMatch(Program.OfRustc.class::isInstance);
    return ofRustc
        ? Optional.of(inputs.rust().rustcVersion())
        : toolchain.downloads().stream()
            .map(inputs.tools()::state)
            .filter(ToolState.Usable.class::isInstance)
            .map(state -> ((ToolState.Usable) state).version())
            .findFirst();
  }

  /**
   * The target itself, or the targets that it is joined from: as they are asked for, if they are.
   */
  private List<TargetRequest> parts(TargetRequest request) {
    return request.target().isUniversal()
        ? request.target().slices().stream().map(slice -> slice(slice, request)).toList()
        : List.of(request);
  }

  private TargetRequest slice(TargetTriple slice, TargetRequest universal) {
    return inputs.targets().stream()
        .filter(other -> other.target().triple().equals(slice))
        .findFirst()
        .orElseGet(() -> universal.of(inputs.catalog().require(slice)));
  }

  private List<BuildUnit> concrete(TargetRequest request) throws ProblemException {
    List<BuildUnit> known = units.get(request.target().triple());
    if (known != null) {
      return known;
    }
    CrateGraph graph = inputs.graph(request.settings());
    ForeignCode foreign =
        foreignCode.computeIfAbsent(graph, key -> new ForeignCode(inputs.catalog().crates(), key));
    boolean tests = inputs.request().isTest();
    DependencyWalk walk =
        DependencyWalk.of(graph, artifacts(graph).packages(), request.target(), tests);
    Set<Language> languages = foreign.languages(walk);
    Optional<SysrootFinder.Found> sysroot = new SysrootPlanner(inputs).find(request, walk);
    sysroot.ifPresent(one -> sysroots.put(request.target().triple(), one));
    Optional<TargetSysroot> linked = sysroot.map(SysrootFinder.Found::sysroot);
    List<BuildUnit> found =
        tests
            ? List.of(unitPlanner.tests(request, languages, linked))
            : unitPlanner.units(request, artifacts(request), languages, linked);
    natives.add(request, found.get(0), graph, walk, foreign);
    return found;
  }

  private Optional<TargetEnvironment> hostFallback() {
    try {
      return HostFallback.environment(inputs, environments);
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static Set<String> tools(List<BuildUnit> all, Optional<TargetEnvironment> hostFallback) {
    Set<String> tools = new LinkedHashSet<>();
    Stream.concat(all.stream().map(BuildUnit::environment), hostFallback.stream())
        .forEach(environment -> tools.addAll(environment.tools()));
    return tools;
  }
}
