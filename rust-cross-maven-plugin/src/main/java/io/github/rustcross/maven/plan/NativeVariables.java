package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.OwnCopy;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetSysroot;
import io.github.rustcross.toolchain.TargetWords;
import io.github.rustcross.toolchain.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Variables by which crates learn where their library is to come from. */
final class NativeVariables {
  private static final Origin OPENSSL = Origin.of("rust.openssl");

  private NativeVariables() {}

  /** Those of all crates that have something to learn. */
  static Map<String, Setting> of(PlanInputs inputs, BuildUnit unit, TargetNatives natives) {
    Map<String, Setting> variables = new LinkedHashMap<>();
    unit.selection()
        .sysroot()
        .ifPresent(sysroot -> variables.putAll(ofSysroot(inputs, unit, natives, sysroot)));
    variables.putAll(withoutOwnCopy(inputs, unit));
    return variables;
  }

  /** Where the sysroot has the libraries of crates that get them from there. */
  private static Map<String, Setting> ofSysroot(
      PlanInputs inputs, BuildUnit unit, TargetNatives natives, TargetSysroot sysroot) {
    Map<String, String> words =
        new LinkedHashMap<>(TargetWords.of(unit.target(), inputs.rust().host()));
    words.putAll(sysroot.templateWords());
    Template template = new Template(words);
    Map<String, Setting> variables = new LinkedHashMap<>();
    natives.dependencies().stream()
        .filter(dependency -> dependency.supply() instanceof Supply.FromSysroot)
        .map(dependency -> inputs.catalog().crates().facts().get(dependency.crate()))
        .forEach(
            facts ->
                facts
                    .sysrootVariables()
                    .forEach(
                        (name, value) ->
                            template
                                .expand(value, facts.origin())
                                .ifPresent(
                                    filled ->
                                        variables.put(
                                            template.expand(name, facts.origin()).orElseThrow(),
                                            new Setting(filled, sysroot.origin())))));
    return variables;
  }

  /** With {@code rust.openssl=sysroot} no crate compiles OpenSSL, whatever features are on. */
  private static Map<String, Setting> withoutOwnCopy(PlanInputs inputs, BuildUnit unit) {
    Map<String, Setting> variables = new LinkedHashMap<>();
    OpensslMode mode = unit.settings().openssl().orElse(inputs.request().openssl());
    if (mode == OpensslMode.SYSROOT) {
      Template template = new Template(TargetWords.of(unit.target(), inputs.rust().host()));
      inputs.catalog().crates().facts().values().stream()
          .filter(facts -> facts.library().filter(OpensslMode.LIBRARY::equals).isPresent())
          .map(CrateFacts::own)
          .flatMap(Optional::stream)
          .map(OwnCopy::forbiddenBy)
          .flatMap(names -> names.stream().limit(1))
          .flatMap(name -> template.tryExpand(name).stream())
          .forEach(name -> variables.put(name, new Setting("1", OPENSSL)));
    }
    return variables;
  }
}
