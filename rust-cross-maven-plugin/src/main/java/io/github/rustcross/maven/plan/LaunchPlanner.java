package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.toolchain.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what cargo has to see where a launcher starts it. */
final class LaunchPlanner {
  /** One of rustup's names of toolchains, which nightly versions are not. */
  private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  /**
   * cargo's locks: whoever has a folder of packages open holds them, in the container or not
   * (cargo, {@code src/cargo/util/cache_lock.rs}).
   */
  private static final List<String> LOCKS = List.of(".package-cache", ".package-cache-mutate");

  private static final List<String> KEPT = List.of("registry", "git");

  private final PlanInputs inputs;

  LaunchPlanner(PlanInputs inputs) {
    this.inputs = inputs;
  }

  /** Whether the Rust of this machine is used, not one that the launcher's image has. */
  static boolean usesHostRust(Optional<Launch> launch, PlanInputs inputs) {
    return launch.map(started -> started.hostRust() && inputs.rust().isMovable()).orElse(true);
  }

  CargoLauncher launcher(Launch launch, List<BuildUnit> units, Optional<TestRecorder> recorder) {
    Path home = inputs.cargoHome();
    Set<Path> written = new LinkedHashSet<>();
    written.add(inputs.graph().workspaceRoot());
    written.add(inputs.request().manifest().toAbsolutePath().getParent());
    written.add(inputs.request().targetDir());
    inputs.graphs().values().stream()
        .flatMap(graph -> graph.packages().values().stream())
        .filter(CargoPackage::isLocal)
        .map(CargoPackage::outermostFolder)
        .filter(folder -> written.stream().noneMatch(folder::startsWith))
        .forEach(written::add);
    LOCKS.forEach(name -> written.add(home.resolve(name)));
    Set<Path> read = new LinkedHashSet<>(inputs.config().files());
    read.addAll(inputs.config().sources());
    recorder.ifPresent(tests -> read.add(tests.script().path().getParent()));
    return new CargoLauncher(
        launch,
        List.copyOf(written),
        List.copyOf(read),
        KEPT.stream().map(home::resolve).toList(),
        rust(launch, units));
  }

  private List<String> rust(Launch launch, List<BuildUnit> units) {
    if (usesHostRust(Optional.of(launch), inputs)) {
      return List.of("--rust", inputs.rust().sysroot().toString());
    }
    List<String> options = new ArrayList<>();
    inputs
        .request()
        .channel()
        .or(() -> Optional.of(inputs.rust().rustcVersion()).filter(LaunchPlanner::isRelease))
        .ifPresent(release -> options.addAll(List.of("--release", release)));
    if (!inputs.request().buildStd()) {
      units.stream()
          .map(unit -> unit.target().triple())
          .map(TargetTriple::value)
          .forEach(triple -> options.addAll(List.of("--target", triple)));
    }
    return options;
  }

  private static boolean isRelease(String version) {
    return RELEASE.matcher(version).matches();
  }
}
