package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.toolchain.Launch;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts units into as few cargo invocations as possible: all targets share one job graph, and a
 * second invocation is there only for targets that have to be built with two sets of flags.
 */
final class JobPlanner {
  /**
   * What {@code -Zbuild-std} builds (The Cargo Book, "Unstable features"): panic_abort too, for
   * profiles that ask for it.
   */
  private static final String ALL_OF_STD = "std,panic_abort";

  private static final String CORE_ONLY = "core,alloc";

  private static final Origin PROGRESS = Origin.of("progress");
  private static final Origin SETTINGS = Origin.of("settings.xml");
  private static final Origin CARGO_CONFIGURATION = Origin.of("cargo's configuration");
  static final Origin TESTS = Origin.of("tests");
  private static final Origin REPRODUCIBLE = Origin.of("project.build.outputTimestamp");

  private final PlanInputs inputs;
  private final EnvironmentComposer composer;
  private final Optional<TargetEnvironment> hostFallback;
  private final Map<TargetTriple, TargetNatives> natives;
  private final Network network;

  JobPlanner(
      PlanInputs inputs,
      EnvironmentComposer composer,
      Optional<TargetEnvironment> hostFallback,
      Map<TargetTriple, TargetNatives> natives) {
    this.inputs = inputs;
    this.composer = composer;
    this.hostFallback = hostFallback;
    this.natives = natives;
    this.network = inputs.network();
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
    for (int round = 0; round < rounds.size(); round++) {
      Map<List<Object>, List<BuildUnit>> invocations = new LinkedHashMap<>();
      for (BuildUnit unit : rounds.get(round)) {
        invocations.computeIfAbsent(shared(unit).key(), key -> new ArrayList<>()).add(unit);
      }
      for (List<BuildUnit> together : invocations.values()) {
        jobs.add(job(together, round, shared(together.get(0))));
      }
    }
    return jobs;
  }

  /** What is the same for all targets of an invocation. */
  private record Shared(
      List<String> features,
      Map<String, String> environment,
      String stdFromSource,
      Optional<Launch> launch) {
    List<Object> key() {
      return List.of(features, environment, stdFromSource, launch);
    }
  }

  private Shared shared(BuildUnit unit) {
    return new Shared(
        unit.settings().features(),
        unit.settings().environment(),
        !inputs.request().buildStd()
            ? ""
            : unit.target().std() == StdSupport.CORE ? CORE_ONLY : ALL_OF_STD,
        unit.environment().launch());
  }

  private CargoJob job(List<BuildUnit> units, int round, Shared shared) {
    BuildRequest request = inputs.request();
    CargoOptions cargo = request.cargo().with(shared.features());
    List<String> arguments =
        new ArrayList<>(List.of("--manifest-path", request.manifest().toString()));
    arguments.addAll(network.cargoArguments());
    arguments.addAll(cargo.buildArguments());
    // A further round is there for libraries: executables have come out of the first.
    arguments.addAll(round == 0 ? cargo.selectionArguments() : libraries(units));
    arguments.addAll(List.of("--message-format", "json-render-diagnostics"));
    if (request.isTest()) {
      // As for programs that fail: which of them are run at all is not for cargo to say.
      arguments.add("--no-fail-fast");
    } else if (!request.failFast()) {
      arguments.add("--keep-going");
    }
    if (!shared.stdFromSource().isEmpty()) {
      arguments.add("-Zbuild-std=" + shared.stdFromSource());
    }
    List<String> trailing = new ArrayList<>(cargo.arguments());
    request
        .tests()
        .map(TestOptions::programArguments)
        .filter(words -> !words.isEmpty())
        .ifPresent(
            words -> {
              trailing.add("--");
              trailing.addAll(words);
            });
    return new CargoJob(
        request.isTest() ? "test" : "build",
        units,
        arguments,
        trailing,
        targetDir(round, shared),
        environment(units, shared.launch()),
        recorder(),
        shared
            .launch()
            .map(launch -> new LaunchPlanner(inputs).launcher(launch, units, recorder())));
  }

  private Optional<TestRecorder> recorder() {
    return inputs
        .request()
        .tests()
        .map(
            options ->
                TestRecorder.of(
                    inputs.request().cacheDir(), inputs.rust().host().triple(), inputs.config()));
  }

  /** One for each set of flags and variables, so that nothing is stale in the next build. */
  private Path targetDir(int round, Shared shared) {
    Path folder = inputs.request().targetDir();
    if (round > 0) {
      folder = folder.resolve("flags-" + (round + 1));
    }
    if (shared.launch().isPresent()) {
      // Its host code is linked by the image's compiler, and each image's is another.
      folder =
          folder.resolve(
              "launched-%08x"
                  .formatted(shared.launch().get().image().map(Launch.Image::name).hashCode()));
    }
    return shared.environment().isEmpty()
        ? folder
        : folder.resolve("env-%08x".formatted(new TreeMap<>(shared.environment()).hashCode()));
  }

  private static List<String> libraries(List<BuildUnit> units) {
    boolean bins = units.stream().anyMatch(unit -> unit.kinds().contains(ArtifactKind.BIN));
    return bins ? List.of() : List.of("--lib");
  }

  private Map<String, Setting> environment(List<BuildUnit> units, Optional<Launch> launch) {
    Map<String, Setting> environment =
        new LinkedHashMap<>(launch.map(composer::base).orElseGet(composer::base));
    network
        .variables()
        .forEach((name, value) -> environment.put(name, new Setting(value, SETTINGS)));
    inputs
        .request()
        .epoch()
        .ifPresent(
            seconds ->
                environment.putIfAbsent(
                    "SOURCE_DATE_EPOCH", new Setting(Long.toString(seconds), REPRODUCIBLE)));
    environment.putIfAbsent("CARGO_TERM_PROGRESS_WHEN", new Setting("always", PROGRESS));
    environment.putIfAbsent("CARGO_TERM_PROGRESS_WIDTH", new Setting("100", PROGRESS));
    // What the user says of the host's own compiler stays.
    if (launch.isEmpty()) {
      hostFallback.ifPresent(host -> host.variables().forEach(environment::putIfAbsent));
    }
    launch.ifPresent(
        started ->
            environment.put(
                "CARGO_HOME", new Setting(inputs.cargoHome().toString(), started.origin())));
    units.forEach(unit -> environment.putAll(unit.environment().variables()));
    for (BuildUnit unit : units) {
      environment.putAll(NativeVariables.of(inputs, unit, natives.get(unit.target().triple())));
    }
    inputs
        .request()
        .environment()
        .forEach((name, value) -> environment.put(name, new Setting(value, Origin.of("POM"))));
    for (BuildUnit unit : units) {
      for (String name : unit.settings().environment().keySet()) {
        environment.put(name, unit.environment().variables().get(name));
      }
    }
    recorder().ifPresent(tests -> record(tests, inputs.config().rustdoc(), units, environment));
    return environment;
  }

  /** The user's own rustdoc is the one that cargo would take: its variable, then its files. */
  private static void record(
      TestRecorder tests,
      Optional<String> rustdoc,
      List<BuildUnit> units,
      Map<String, Setting> environment) {
    for (TargetTriple triple : CargoJob.recorded(units, tests)) {
      // The user's own is read by RunnerPlanner.
      environment.remove(TestRecorder.variable(triple));
      tests
          .value(triple)
          .ifPresent(
              value -> environment.put(TestRecorder.variable(triple), new Setting(value, TESTS)));
    }
    Setting own = environment.get("RUSTDOC");
    if (own != null && !own.value().isEmpty()) {
      environment.put(TestRecorder.RUSTDOC, own);
    } else {
      rustdoc.ifPresent(
          path -> environment.put(TestRecorder.RUSTDOC, new Setting(path, CARGO_CONFIGURATION)));
    }
    environment.put("RUSTDOC", new Setting(tests.script().path().toString(), TESTS));
  }
}
