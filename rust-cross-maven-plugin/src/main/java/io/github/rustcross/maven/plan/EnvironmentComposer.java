package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.toolchain.Launch;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the catalog's settings together with the user's: flags are added to, variables that the
 * user has set for the very target stay, and what means the host's compiler is kept away from
 * targets.
 */
final class EnvironmentComposer {
  private static final Origin USER_FLAGS = Origin.of("cargo configuration and environment");
  private static final Origin REPRODUCIBLE = Origin.of("reproducible output");
  static final Origin ENVIRONMENT = Origin.of("environment");
  private static final Origin PER_TARGET = Origin.of("POM, perTarget");
  private static final List<String> FLAG_VARIABLES =
      List.of("RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS");

  private final TargetCatalog catalog;
  private final TargetTriple host;
  private final Map<String, String> environment;
  private final List<String> userFlags;
  private final Map<Path, String> remapped;

  /**
   * A composer for one build.
   *
   * @param environment the user's variables
   * @param userFlags the user's flags that cargo itself would not add to the catalog's
   * @param remapped folders whose names must not get into binaries, and what stands there instead
   */
  EnvironmentComposer(
      TargetCatalog catalog,
      TargetTriple host,
      Map<String, String> environment,
      List<String> userFlags,
      Map<Path, String> remapped) {
    this.catalog = catalog;
    this.host = host;
    this.environment = environment;
    this.userFlags = userFlags;
    this.remapped = remapped;
  }

  /** The settings of one target with the user's own. */
  TargetEnvironment complete(
      Target target, TargetEnvironment fromCatalog, TargetSettings settings) {
    ProgramVariables names = new ProgramVariables(catalog);
    boolean ownLinker =
        names.name(Role.LINKER, target).filter(environment::containsKey).isPresent();
    TargetEnvironment settled =
        target.triple().equals(host) && !ownLinker
            ? names.linkerAmongFlags(target, fromCatalog)
            : fromCatalog;
    Map<String, Setting> variables = new LinkedHashMap<>(settled.variables());
    variables.replaceAll(
        (name, setting) ->
            environment.containsKey(name)
                ? new Setting(environment.get(name), ENVIRONMENT)
                : setting);
    List<Setting> flags = new ArrayList<>(settled.rustflags());
    userFlags.forEach(flag -> flags.add(new Setting(flag, USER_FLAGS)));
    remapped.forEach(
        (folder, name) ->
            flags.add(new Setting("--remap-path-prefix=" + folder + "=" + name, REPRODUCIBLE)));
    settings.rustflags().forEach(flag -> flags.add(new Setting(flag, PER_TARGET)));
    settings
        .environment()
        .forEach((name, value) -> variables.put(name, new Setting(value, PER_TARGET)));
    return new TargetEnvironment(
        variables,
        flags,
        fromCatalog.scripts(),
        fromCatalog.tools(),
        fromCatalog.launch(),
        fromCatalog.found());
  }

  /** The user's variables as cargo gets them: without what must not reach a target. */
  Map<String, Setting> base() {
    Map<String, Setting> base = new LinkedHashMap<>();
    environment.forEach((name, value) -> base.put(name, new Setting(value, ENVIRONMENT)));
    // These flags are part of each target's own: as variables they would replace those.
    FLAG_VARIABLES.forEach(base::remove);
    for (String name : catalog.hostVariables()) {
      Setting setting = base.remove(name);
      if (setting != null) {
        base.putIfAbsent(
            "HOST_" + name, new Setting(setting.value(), Origin.of("environment: " + name)));
      }
    }
    return base;
  }

  /** The user's variables as cargo gets them where a launcher starts it. */
  Map<String, Setting> base(Launch launch) {
    Map<String, Setting> base = base();
    base.keySet().removeIf(name -> !launch.takes(name));
    return base;
  }
}
