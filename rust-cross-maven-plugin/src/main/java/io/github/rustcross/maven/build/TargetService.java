package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.build.PlanService.CatalogLoad;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.TargetSelector;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.process.Background;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.rust.RustCompiler;
import io.github.rustcross.maven.rust.RustProbe;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.maven.sysroot.SysrootStore;
import io.github.rustcross.maven.tool.InstalledRunners;
import io.github.rustcross.maven.tool.ToolStore;
import io.github.rustcross.toolchain.HostPlatform;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/** Finds out about targets and this machine, with no crate and no pom. */
public final class TargetService {
  private final HostSystem host;
  private final ProcessRunner processes;
  private final RustProbe probe;
  private final InstalledRunners programs;

  /** A service. */
  @Inject
  public TargetService(
      HostSystem host, ProcessRunner processes, RustProbe probe, InstalledRunners programs) {
    this.host = host;
    this.processes = processes;
    this.probe = probe;
    this.programs = programs;
  }

  /**
   * Finds it out. That there is no Rust is no reason to fail.
   *
   * @param load reads the catalog, which takes a while, during which Rust is asked who it is
   * @param purpose what the targets are for, for messages: {@code show}, {@code export}, …
   * @throws ProblemException with everything that is wrong with catalog, configuration and words
   */
  public TargetFacts facts(TargetQuestion question, CatalogLoad load, String purpose)
      throws ProblemException {
    Background<TargetCatalog> loading = Background.start("catalog", load::catalog);
    Problems problems = new Problems();
    CargoConfig config =
        problems
            .of(() -> CargoConfig.read(question.directory(), host.cargoHome(), host.environment()))
            .orElse(new CargoConfig(List.of(), List.of()));
    Network network = Network.of(question.network(), host.environment(), config.replacesRegistry());
    RustCommands commands =
        new RustCommands(
            question.directory(),
            network.environment(host.environment()),
            question.channel(),
            network.cargoArguments());
    Problems withoutRust = new Problems();
    Optional<RustCompiler> compiler = withoutRust.of(() -> probe.compiler(commands));
    Optional<RustToolchain> rust =
        compiler.flatMap(found -> withoutRust.of(() -> probe.toolchain(commands, found)));
    Optional<TargetCatalog> loaded = problems.of(loading::await);
    loaded.ifPresent(
        catalog -> problems.of(() -> NetworkChecks.checked(question.network(), catalog)));
    problems.failIfAny();
    TargetCatalog catalog = loaded.orElseThrow();
    HostPlatform platform = compiler.map(RustCompiler::host).orElseGet(() -> asJavaSees(catalog));
    List<TargetRequest> targets =
        TargetSelector.select(
            catalog,
            platform.triple(),
            question.choice(),
            question.otherwise().words(catalog, config.targets()),
            purpose);
    ToolStore tools =
        new ToolStore(
            catalog,
            host,
            platform,
            processes,
            commands,
            network,
            question.cacheDir(),
            question.mayInstall());
    Sysroots sysroots =
        new Sysroots(
            catalog,
            question.choice().sysroots(),
            network,
            new SysrootStore(host, processes, network, question.cacheDir()),
            question.mayInstall());
    List<Problem> missing = rust.isPresent() ? List.of() : withoutRust.all();
    return new TargetFacts(
        question,
        commands,
        network,
        tools,
        sysroots,
        new TargetView(
            catalog,
            question.choice(),
            platform,
            host,
            tools,
            programs,
            question.cacheDir(),
            rust,
            missing,
            sysroots.of(targets),
            targets));
  }

  /** The first target of the catalog for this machine's operating system and processor. */
  private HostPlatform asJavaSees(TargetCatalog catalog) {
    TargetTriple triple =
        catalog.targets().values().stream()
            .filter(target -> target.platform().os().equals(host.os()))
            .filter(target -> target.platform().arch().equals(host.arch()))
            .filter(target -> !target.isUniversal())
            .map(target -> target.triple())
            .findFirst()
            .orElseGet(() -> new TargetTriple(host.arch() + "-unknown-" + host.os()));
    return HostPlatform.of(triple, host.privileged());
  }
}
