package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables by which cargo and build scripts learn of a target's programs. */
public final class ProgramVariables {
  private final TargetCatalog catalog;

  /** Those of a catalog. */
  public ProgramVariables(TargetCatalog catalog) {
    this.catalog = catalog;
  }

  /** The name of a variable; empty where nobody learns of such a program through one. */
  public Optional<String> name(Role role, Target target) {
    return Optional.ofNullable(catalog.variables().get(role))
        .flatMap(
            new Template(
                    Map.of(
                        "triple", target.triple().value(),
                        "triple_", target.triple().underscored(),
                        "TRIPLE", target.triple().shouted()))
                ::tryExpand);
  }

  /**
   * The same settings for a target that is the host too: its linker is a flag for rustc, because
   * the variable would link build scripts with it as well.
   */
  public TargetEnvironment linkerAmongFlags(Target target, TargetEnvironment environment) {
    Map<String, Setting> variables = new LinkedHashMap<>(environment.variables());
    List<Setting> flags = new ArrayList<>(environment.rustflags());
    name(Role.LINKER, target)
        .map(variables::remove)
        .ifPresent(
            linker -> flags.add(0, new Setting("-Clinker=" + linker.value(), linker.origin())));
    return new TargetEnvironment(
        variables,
        flags,
        environment.scripts(),
        environment.tools(),
        environment.launch(),
        environment.found());
  }
}
