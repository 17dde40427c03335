package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.TargetEnvironmentFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts units into as few cargo invocations as possible: all targets share one job graph, and a
 * second invocation is there only for targets that have to be built with two sets of flags.
 */
final class JobPlanner {
  private static final Origin PROGRESS = Origin.of("progress");
  private static final Origin REPRODUCIBLE = Origin.of("project.build.outputTimestamp");

  private final PlanInputs inputs;
  private final TargetEnvironmentFactory environments;
  private final EnvironmentComposer composer;

  JobPlanner(
      PlanInputs inputs, TargetEnvironmentFactory environments, EnvironmentComposer composer) {
    this.inputs = inputs;
    this.environments = environments;
    this.composer = composer;
  }

  List<CargoJob> jobs(List<BuildUnit> units) {
    List<List<BuildUnit>> rounds = new ArrayList<>();
    Map<TargetTriple, Integer> seen = new LinkedHashMap<>();
    for (BuildUnit unit : units) {
      int round = seen.merge(unit.target().triple(), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(unit);
    }
    List<CargoJob> jobs = new ArrayList<>();
    for (List<BuildUnit> round : rounds) {
      jobs.add(job(round, jobs.size()));
    }
    return jobs;
  }

  private CargoJob job(List<BuildUnit> units, int round) {
    BuildRequest request = inputs.request();
    CargoOptions cargo = request.cargo();
    List<String> arguments =
        new ArrayList<>(List.of("--manifest-path", request.manifest().toString()));
    arguments.addAll(cargo.buildArguments());
    // A further round is there for libraries: executables have come out of the first.
    arguments.addAll(round == 0 ? cargo.selectionArguments() : libraries(units));
    arguments.addAll(List.of("--message-format", "json-render-diagnostics"));
    if (!request.failFast()) {
      arguments.add("--keep-going");
    }
    Path targetDir =
        round == 0 ? request.targetDir() : request.targetDir().resolve("flags-" + (round + 1));
    return new CargoJob(units, arguments, cargo.arguments(), targetDir, environment(units));
  }

  private static List<String> libraries(List<BuildUnit> units) {
    boolean bins = units.stream().anyMatch(unit -> unit.kinds().contains(ArtifactKind.BIN));
    return bins ? List.of() : List.of("--lib");
  }

  private Map<String, Setting> environment(List<BuildUnit> units) {
    Map<String, Setting> environment = new LinkedHashMap<>();
    composer
        .base()
        .forEach(
            (name, value) -> environment.put(name, new Setting(value, Origin.of("environment"))));
    inputs
        .request()
        .epoch()
        .ifPresent(
            seconds ->
                environment.putIfAbsent(
                    "SOURCE_DATE_EPOCH", new Setting(Long.toString(seconds), REPRODUCIBLE)));
    environment.putIfAbsent("CARGO_TERM_PROGRESS_WHEN", new Setting("always", PROGRESS));
    environment.putIfAbsent("CARGO_TERM_PROGRESS_WIDTH", new Setting("100", PROGRESS));
    hostEnvironment().ifPresent(host -> environment.putAll(host.variables()));
    units.forEach(unit -> environment.putAll(unit.environment().variables()));
    inputs
        .request()
        .environment()
        .forEach((name, value) -> environment.put(name, new Setting(value, Origin.of("POM"))));
    return environment;
  }

  /** What links build scripts where the machine has no C compiler; empty where it has one. */
  Optional<TargetEnvironment> hostEnvironment() {
    boolean compiler =
        inputs.catalog().hostCompilers().stream()
            .anyMatch(name -> inputs.programs().find(name).isPresent());
    if (compiler || !inputs.rust().host().os().equals("linux") || !hasHostCode()) {
      return Optional.empty();
    }
    return inputs
        .catalog()
        .find(inputs.rust().host().triple().value())
        .map(
            host ->
                environments.hostFallback(host, host.defaultFloor().flatMap(GlibcVersion::parse)));
  }

  private boolean hasHostCode() {
    Set<String> onHost = new LinkedHashSet<>(List.of("custom-build", "proc-macro"));
    return inputs.graph().packages().values().stream()
        .map(CargoPackage::targets)
        .flatMap(List::stream)
        .anyMatch(part -> part.kinds().stream().anyMatch(onHost::contains));
  }
}
