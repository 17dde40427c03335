package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.CrateChecks;
import io.github.rustcross.maven.plan.PlanInputs;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.TargetSelector;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.process.Background;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.maven.rust.CargoMetadata;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.Profiles;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.rust.RustCompiler;
import io.github.rustcross.maven.rust.RustProbe;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.maven.sysroot.SysrootStore;
import io.github.rustcross.maven.text.JsonTree;
import io.github.rustcross.maven.tool.InstalledRunners;
import io.github.rustcross.maven.tool.ToolStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;

/** Gathers the facts of a build and has the plan made from them. */
public final class PlanService {
  private final HostSystem host;
  private final ProcessRunner processes;
  private final RustProbe probe;
  private final CargoMetadata metadata;
  private final InstalledRunners programs;

  /** A service. */
  @Inject
  public PlanService(
      HostSystem host,
      ProcessRunner processes,
      RustProbe probe,
      CargoMetadata metadata,
      InstalledRunners programs) {
    this.host = host;
    this.processes = processes;
    this.probe = probe;
    this.metadata = metadata;
    this.programs = programs;
  }

  /**
   * Gathers the facts and makes a first plan.
   *
   * @param load reads the catalog, which takes a while, during which Rust is asked who it is
   * @throws ProblemException with everything that stands against the build
   */
  public PlannedBuild plan(BuildRequest request, CatalogLoad load) throws ProblemException {
    Facts facts = facts(request, load);
    try (Phase phase = Phase.begin("plan")) {
      return facts.plan(facts.inputs());
    }
  }

  /**
   * Gathers the facts.
   *
   * @param load reads the catalog, which takes a while, during which Rust is asked who it is
   * @throws ProblemException with everything that stands against it already
   */
  Facts facts(BuildRequest request, CatalogLoad load) throws ProblemException {
    Problems problems = new Problems();
    MissingManifest.check(request.manifest()).ifPresent(problems::add);
    Background<TargetCatalog> loading = Background.start("catalog", load::catalog);
    Background.run("json", JsonTree::prepare);
    Path directory = directory(request);
    Optional<CargoConfig> read =
        problems.of(() -> CargoConfig.read(directory, host.cargoHome(), host.environment()));
    Network network =
        Network.of(
            request.network(),
            host.environment(),
            read.map(CargoConfig::replacesRegistry).orElse(false));
    RustCommands commands = commands(request, network);
    Optional<RustCompiler> compiler;
    try (Phase phase = Phase.begin("rust")) {
      compiler = problems.of(() -> probe.compiler(commands));
    }
    Optional<Background<RustToolchain>> probing =
        compiler.map(
            found -> Background.start("toolchain", () -> probe.toolchain(commands, found)));
    Optional<TargetCatalog> loaded;
    try (Phase phase = Phase.begin("catalog")) {
      loaded = problems.of(loading::await);
    }
    loaded.ifPresent(
        catalog -> problems.of(() -> NetworkChecks.checked(request.network(), catalog)));
    Optional<List<TargetRequest>> selected =
        compiler.isEmpty() || read.isEmpty() || loaded.isEmpty()
            ? Optional.empty()
            : problems.of(
                () ->
                    TargetSelector.select(
                        loaded.get(),
                        compiler.get().host().triple(),
                        request,
                        read.get().targets()));
    Problems unread = new Problems();
    Optional<CrateGraphs.Read> graphs = Optional.empty();
    if (problems.isEmpty()) {
      List<TargetRequest> asked = selected.orElseThrow();
      try (Phase phase = Phase.begin("metadata")) {
        graphs =
            unread.of(
                () ->
                    new CrateGraphs(metadata, commands, request, compiler.orElseThrow())
                        .read(loaded.orElseThrow(), asked));
      }
    }
    if (graphs.isPresent()) {
      selected = graphs.map(CrateGraphs.Read::targets);
    }
    Optional<RustToolchain> probed = probing.flatMap(running -> problems.of(running::await));
    if (probed.isPresent() && Files.isRegularFile(request.manifest())) {
      problems.addAll(crateProblems(commands, request, graphs.map(CrateGraphs.Read::graphs)));
    }
    // Where the crate itself is wrong, cargo's words on it add nothing.
    problems.failIfAny();
    RustCompiler rust = compiler.orElseThrow();
    Explanations.failIfAny(unread, loaded.get(), rust.host(), host, selected.get());
    return facts(
        request,
        loaded.orElseThrow(),
        read.orElseThrow(),
        network,
        commands,
        probed.orElseThrow(),
        selected.orElseThrow(),
        graphs.orElseThrow().graphs());
  }

  /** Reads the catalog. */
  @FunctionalInterface
  public interface CatalogLoad {
    /**
     * The catalog.
     *
     * @throws ProblemException if it cannot be read
     */
    TargetCatalog catalog() throws ProblemException;

    /** Begins at once, on a thread of its own: what it is for has something else to do first. */
    static CatalogLoad begun(CatalogLoad load) {
      return Background.start("catalog", load::catalog)::await;
    }
  }

  private Facts facts(
      BuildRequest request,
      TargetCatalog catalog,
      CargoConfig config,
      Network network,
      RustCommands commands,
      RustToolchain rust,
      List<TargetRequest> targets,
      Map<List<String>, CrateGraph> graphs) {
    ToolStore tools =
        new ToolStore(
            catalog,
            host,
            rust.host(),
            processes,
            commands,
            network,
            request.cacheDir(),
            request.mayInstall());
    Sysroots sysroots =
        new Sysroots(
            catalog,
            request.sysroots(),
            network,
            new SysrootStore(host, processes, network, request.cacheDir()),
            request.mayInstall());
    PlanInputs inputs =
        new PlanInputs(
            catalog,
            request,
            targets,
            rust,
            graphs,
            config,
            network,
            host.environment(),
            host.cargoHome(),
            host,
            sysroots,
            tools,
            programs,
            new CargoTree(processes, commands, request));
    return new Facts(request, commands, tools, sysroots, inputs);
  }

  /** How cargo and its kin are called for a request: in the crate's folder, if there is one. */
  RustCommands commands(BuildRequest request) throws ProblemException {
    CargoConfig config = CargoConfig.read(directory(request), host.cargoHome(), host.environment());
    return commands(
        request, Network.of(request.network(), host.environment(), config.replacesRegistry()));
  }

  private RustCommands commands(BuildRequest request, Network network) {
    return new RustCommands(
        directory(request),
        network.environment(host.environment()),
        request.channel(),
        network.cargoArguments());
  }

  /** The crate's folder, or the nearest one above that is there. */
  static Path directory(BuildRequest request) {
    Path directory = request.manifest().toAbsolutePath().getParent();
    while (!Files.isDirectory(directory)) {
      directory = directory.getParent();
    }
    return directory;
  }

  /**
   * What of the crate is asked for and does not exist. Where cargo could read it with all that it
   * depends on, and no features are asked for, only the profile is left to be wrong.
   */
  private List<Problem> crateProblems(
      RustCommands commands, BuildRequest request, Optional<Map<List<String>, CrateGraph>> graphs) {
    boolean features =
        !request.cargo().features().isEmpty()
            || request.rules().stream().anyMatch(rule -> !rule.settings().features().isEmpty());
    if (graphs.isPresent() && !features) {
      Path root = graphs.get().values().iterator().next().workspaceRoot();
      return CrateChecks.profile(request, profiles(commands, request, root)).stream().toList();
    }
    Problems problems = new Problems();
    problems
        .of(() -> metadata.workspace(commands, request.manifest()))
        .ifPresent(
            workspace ->
                problems.addAll(
                    CrateChecks.check(
                        request,
                        workspace,
                        profiles(commands, request, workspace.graph().workspaceRoot()))));
    return problems.all();
  }

  private Optional<Set<String>> profiles(RustCommands commands, BuildRequest request, Path root) {
    return Profiles.known(
        request.cargo().profile(),
        root,
        commands.directory(),
        host.cargoHome(),
        host.environment());
  }
}
