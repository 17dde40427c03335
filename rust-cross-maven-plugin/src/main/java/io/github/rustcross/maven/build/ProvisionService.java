package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.build.PlanService.CatalogLoad;
import io.github.rustcross.maven.build.Provisions.Item;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.HealthCheck;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.plan.SysrootFinder;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.plan.TestOptions;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.rust.Dependencies;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.Needs;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.ToolchainSelection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings here beforehand all that builds will need. */
public final class ProvisionService {
  private static final Logger LOG = LoggerFactory.getLogger(ProvisionService.class);

  private final HostSystem host;
  private final PlanService plans;
  private final TargetService targets;
  private final Provisioning provisioning;
  private final RunnerService runners;
  private final Dependencies dependencies;

  /** A service. */
  @Inject
  public ProvisionService(
      HostSystem host,
      PlanService plans,
      TargetService targets,
      Provisioning provisioning,
      RunnerService runners,
      Dependencies dependencies) {
    this.host = host;
    this.plans = plans;
    this.targets = targets;
    this.provisioning = provisioning;
    this.runners = runners;
    this.dependencies = dependencies;
  }

  /**
   * Brings it here: with a crate all that this crate needs, without one what crates of any kind do.
   *
   * @param tests whether its tests are run as well
   * @throws ProblemException if something cannot be had
   */
  public Provisions provide(
      BuildRequest request, TargetQuestion question, CatalogLoad load, boolean tests)
      throws ProblemException, IOException {
    requireNetwork(request);
    TargetFacts facts = facts(question, load);
    RustToolchain rust = facts.view().rust().orElseThrow();
    ProvisionList here = new ProvisionList();
    here.add(
        new Item("Rust", rust.rustcVersion(), false, Optional.empty(), rust.sysroot().toString()));
    if (Files.exists(request.manifest())) {
      crates(request, facts, here);
      build(request, load, here);
      if (tests) {
        tests(request, load, here);
      }
    } else {
      withoutCrate(facts, here);
    }
    return here.all(facts.view().targets().stream().map(ProvisionService::triple).toList());
  }

  private static void requireNetwork(BuildRequest request) throws ProblemException {
    if (!request.mayInstall()) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.PARAMETER_INVALID,
              "provision fetches what builds will need, and fetching is off",
              "Run it without -o and without -Drust.autoInstall=false."));
    }
  }

  /** A Rust toolchain that is merely not installed comes first. */
  private TargetFacts facts(TargetQuestion question, CatalogLoad load)
      throws ProblemException, IOException {
    TargetFacts facts = targets.facts(question, load, "provision");
    List<Problem> without = facts.view().withoutRust();
    boolean onlyMissing =
        without.stream().allMatch(problem -> problem.code() == ProblemCode.CHANNEL_MISSING);
    if (!without.isEmpty() && onlyMissing) {
      provisioning.installToolchain(facts.commands());
      facts = targets.facts(question, load, "provision");
      without = facts.view().withoutRust();
    }
    if (!without.isEmpty()) {
      throw new ProblemException(without);
    }
    return facts;
  }

  /** Before the graph is read, for which cargo would fetch some of them without a word. */
  private void crates(BuildRequest request, TargetFacts facts, ProvisionList here)
      throws ProblemException {
    List<String> triples =
        Stream.concat(
                facts.view().targets().stream()
                    .flatMap(target -> parts(facts.view(), target))
                    .map(ProvisionService::triple),
                Stream.of(facts.view().host().triple().value()))
            .distinct()
            .toList();
    List<String> fetched =
        dependencies.fetch(
            facts.commands(),
            request.manifest(),
            triples,
            request.cargo().locked(),
            request.buildStd());
    here.add(
        new Item(
            "crates",
            fetched.isEmpty() ? "all that Cargo.lock names" : String.join(", ", fetched),
            !fetched.isEmpty(),
            Optional.of("by cargo, against the checksums in Cargo.lock"),
            host.cargoHome().resolve("registry").toString()));
  }

  private void build(BuildRequest request, CatalogLoad load, ProvisionList here)
      throws ProblemException, IOException {
    Facts facts = provisioning.facts(request, load);
    PlannedBuild plan = facts.plan(facts.inputs());
    plan.plan()
        .skipped()
        .forEach(left -> here.note("%s: %s".formatted(triple(left.target()), left.problem())));
    provide(plan, here);
  }

  /** As the goal test goes about it. */
  private void tests(BuildRequest request, CatalogLoad load, ProvisionList here)
      throws ProblemException, IOException {
    BuildRequest tested =
        request.testing(
            request.targets(),
            "test",
            new TestOptions(false, List.of(), List.of(), List.of(), Optional.empty()));
    Facts facts = provisioning.facts(tested, load);
    RunnerPlan runnable = runners.plan(facts.inputs());
    runnable
        .leftOut()
        .forEach(
            left ->
                here.note(
                    "tests for %s cannot be run here: %s"
                        .formatted(triple(left.target()), left.reason())));
    if (runnable.targets().isEmpty()) {
      return;
    }
    provide(facts.plan(facts.inputs().with(runnable.targets())), here);
    Map<String, Boolean> before = ProvisionList.obtainable(facts.tools(), runnable.tools());
    RunnerService.Provided ready = runners.provide(facts, runnable);
    here.tools(facts.tools(), before);
    ready.unusable().forEach((triple, problem) -> here.note("%s: %s".formatted(triple, problem)));
    for (Map.Entry<TargetTriple, RunnerSelection.Runnable> entry :
        ready.plan().runners().entrySet()) {
      RunnerSelection.Runnable runner = entry.getValue();
      here.add(
          new Item(
              "runner",
              entry.getKey() + ": " + runner.label(),
              false,
              Optional.empty(),
              String.join(" ", runner.command())));
    }
  }

  private void provide(PlannedBuild plan, ProvisionList here) throws ProblemException, IOException {
    BuildPlan planned = plan.plan();
    Map<String, Boolean> before = ProvisionList.obtainable(plan.tools(), planned.tools());
    provisioning.provide(plan);
    List<String> triples =
        planned.jobs().stream()
            .flatMap(job -> job.units().stream())
            .map(unit -> triple(unit.target()))
            .distinct()
            .toList();
    here.std(planned.rust(), triples, planned.stdToInstall());
    for (String component : planned.components()) {
      here.add(
          new Item(
              component, "", true, Optional.of("by rustup"), planned.rust().sysroot().toString()));
    }
    here.tools(plan.tools(), before);
    here.sysroots(planned.sysroots());
  }

  private void withoutCrate(TargetFacts facts, ProvisionList here)
      throws ProblemException, IOException {
    RustToolchain rust = facts.view().rust().orElseThrow();
    List<TargetRequest> parts =
        facts.view().targets().stream()
            .flatMap(target -> parts(facts.view(), target))
            .distinct()
            .toList();
    List<String> triples = parts.stream().map(ProvisionService::triple).distinct().toList();
    List<String> missing = triples.stream().filter(triple -> !rust.hasStd(triple)).toList();
    List<TargetEnvironment> environments = environments(facts.view(), parts, here);
    Set<String> names = new LinkedHashSet<>();
    environments.forEach(environment -> names.addAll(environment.tools()));
    Map<String, Boolean> before = ProvisionList.obtainable(facts.tools(), names);
    provisioning.installRust(facts.commands(), missing, List.of());
    boolean fetched = facts.tools().provide(names, LOG::info);
    List<SysrootFinder.Found> sysroots = List.copyOf(facts.view().sysroots().values());
    fetched |= facts.sysroots().provide(sysroots, LOG::info);
    if (fetched) {
      // What was fetched may be elsewhere than it would have been.
      environments = environments(facts.again().view(), parts, here);
    }
    for (TargetEnvironment environment : environments) {
      Provisioning.write(facts.question().cacheDir(), environment.scripts());
    }
    here.std(rust, triples, missing);
    here.tools(facts.tools(), before);
    here.sysroots(sysroots);
  }

  /** Of all that crates may compile, as far as there are toolchains for it. */
  private static List<TargetEnvironment> environments(
      TargetView view, List<TargetRequest> parts, ProvisionList here) throws ProblemException {
    Problems problems = new Problems();
    List<TargetEnvironment> environments = new ArrayList<>();
    for (TargetRequest part : parts) {
      boolean served = false;
      for (Map.Entry<String, Needs> level :
          HealthCheck.levels(part.target().files().keySet()).entrySet()) {
        ToolchainSelection selection = view.select(part, level.getValue());
        if (selection instanceof Selected selected) {
          served = true;
          environments.add(view.environment(part, selected, level.getValue().kinds()));
        } else if (served) {
          here.note("%s: no toolchain here builds %s".formatted(triple(part), level.getKey()));
        } else {
          problems.add(unservable(part, (Unservable) selection));
          break;
        }
      }
    }
    problems.failIfAny();
    return environments;
  }

  private static Problem unservable(TargetRequest part, Unservable unservable) {
    return Problem.of(
        ProblemCode.TOOLCHAIN_UNAVAILABLE,
        "no toolchain here can build for %s:%s"
            .formatted(
                triple(part),
                unservable.rejections().stream()
                    .map(rejection -> "\n  - " + rejection)
                    .collect(Collectors.joining())),
        "The goal doctor says what is missing, and how it is installed.");
  }

  private static Stream<TargetRequest> parts(TargetView view, TargetRequest request) {
    return request.target().isUniversal()
        ? request.target().slices().stream().map(slice -> request.of(view.catalog().require(slice)))
        : Stream.of(request);
  }

  private static String triple(TargetRequest request) {
    return triple(request.target());
  }

  private static String triple(Target target) {
    return target.triple().value();
  }
}
