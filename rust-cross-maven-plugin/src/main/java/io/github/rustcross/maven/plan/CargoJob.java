package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.toolchain.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One cargo invocation.
 *
 * @param subcommand {@code build} or {@code test}
 * @param units what it builds, one for each target
 * @param arguments the arguments of {@code cargo build} that do not depend on the targets
 * @param trailing the user's further arguments, which come last
 * @param targetDir cargo's target folder: one for each set of flags of a target
 * @param environment the variables that are set for it: all that cargo sees, but for those that the
 *     place has where a launcher starts it
 * @param recorder what stands in for test programs; present where tests are run
 * @param launcher what starts cargo; empty where this machine does
 */
public record CargoJob(
    String subcommand,
    List<BuildUnit> units,
    List<String> arguments,
    List<String> trailing,
    Path targetDir,
    Map<String, Setting> environment,
    Optional<TestRecorder> recorder,
    Optional<CargoLauncher> launcher) {
  /** Copies the collections. */
  public CargoJob {
    units = List.copyOf(units);
    arguments = List.copyOf(arguments);
    trailing = List.copyOf(trailing);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** The whole command line behind {@code cargo}. */
  public List<String> commandLine() {
    List<String> line = new ArrayList<>(List.of(subcommand));
    line.addAll(arguments);
    line.addAll(List.of("--target-dir", targetDir.toString()));
    for (BuildUnit unit : units) {
      line.addAll(List.of("--target", unit.target().triple().value()));
    }
    for (BuildUnit unit : units) {
      if (!unit.environment().rustflags().isEmpty()) {
        line.addAll(List.of("--config", rustflags(unit)));
      }
    }
    recorder.ifPresent(
        test ->
            recorded(units, test)
                .forEach(
                    triple ->
                        line.addAll(
                            List.of(
                                "--config",
                                setting(triple.value(), "runner", test.runner(triple.value()))))));
    line.addAll(trailing);
    return line;
  }

  /** What comes before that where something else than this machine starts cargo. */
  public List<String> launcherWords() {
    return launcher.map(starter -> starter.words(environment.keySet())).orElse(List.of());
  }

  /** The variables that differ from what the user has set, or all where a launcher takes some. */
  public Map<String, Setting> changedVariables() {
    Map<String, Setting> changed = new TreeMap<>(environment);
    if (launcher.isEmpty()) {
      changed
          .values()
          .removeIf(setting -> setting.origin().equals(EnvironmentComposer.ENVIRONMENT));
    }
    return changed;
  }

  /** The same, with a file in which is written down what would be tested. */
  public CargoJob recordingTo(Path file) {
    Map<String, Setting> more = new LinkedHashMap<>(environment);
    more.put(TestRecorder.FILE, new Setting(file.toString(), JobPlanner.TESTS));
    return new CargoJob(
        subcommand, units, arguments, trailing, targetDir, more, recorder, launcher);
  }

  /** The same for some of its units alone. */
  public CargoJob only(BuildUnit unit) {
    return new CargoJob(
        subcommand, List.of(unit), arguments, trailing, targetDir, environment, recorder, launcher);
  }

  private static String rustflags(BuildUnit unit) {
    // As a list, because words in a variable break at spaces.
    return setting(
        unit.target().triple().value(),
        "rustflags",
        Toml.list(unit.environment().rustflags().stream().map(Setting::value).toList()));
  }

  private static String setting(String triple, String key, String toml) {
    return "target.%s.%s=%s".formatted(Toml.key(triple), key, toml);
  }

  /** The targets whose programs are recorded. */
  static Set<TargetTriple> recorded(List<BuildUnit> units, TestRecorder recorder) {
    Set<TargetTriple> triples = new LinkedHashSet<>();
    units.forEach(unit -> triples.add(unit.target().triple()));
    triples.add(recorder.host());
    return triples;
  }
}
