package io.github.rustcross.maven.rust;

import io.github.rustcross.catalog.CrateKnowledge;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.maven.rust.CargoPackage.CargoTarget;
import io.github.rustcross.maven.rust.CargoPackage.Dependency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds out what a crate's graph compiles besides Rust for one target: a package that is built for
 * the target and has a compiler crate such as {@code cc} as a build dependency compiles foreign
 * code.
 */
public final class ForeignCode {
  private final CrateKnowledge knowledge;
  private final CrateGraph graph;
  private final Map<String, Set<Language>> languages = new LinkedHashMap<>();

  /** Looks at a graph with what the catalog knows of crates. */
  public ForeignCode(CrateKnowledge knowledge, CrateGraph graph) {
    this.knowledge = knowledge;
    this.graph = graph;
  }

  /** The languages that building the packages of a walk compiles. */
  public Set<Language> languages(DependencyWalk walk) {
    Set<Language> found = EnumSet.noneOf(Language.class);
    for (DependencyWalk.Step step : walk.steps()) {
      found.addAll(languages(step.crate()));
    }
    return found;
  }

  /** The languages that the build script of one package compiles. */
  public Set<Language> languages(CargoPackage compiled) {
    return languages.computeIfAbsent(compiled.id(), id -> find(compiled));
  }

  private Set<Language> find(CargoPackage compiled) {
    Set<Language> found = EnumSet.noneOf(Language.class);
    for (Dependency dependency : compiled.dependencies()) {
      CargoPackage compiler = graph.packages().get(dependency.id());
      if (dependency.kind().equals("build") && compiler != null) {
        found.addAll(knowledge.compilers().getOrDefault(compiler.name(), Set.of()));
      }
    }
    if (!found.isEmpty()) {
      String script = buildScript(compiled);
      knowledge.buildScripts().stream()
          .filter(sign -> sign.pattern().matcher(script).find())
          .forEach(sign -> found.add(sign.language()));
    }
    return found;
  }

  private static String buildScript(CargoPackage compiled) {
    return compiled.targets().stream()
        .filter(target -> target.kinds().contains("custom-build"))
        .map(CargoTarget::source)
        .map(ForeignCode::read)
        .findFirst()
        .orElse("");
  }

  private static String read(Path script) {
    try {
      return Files.readString(script, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // cargo will say what is wrong with the file; what it would have shown is not known.
      return "";
    }
  }
}
