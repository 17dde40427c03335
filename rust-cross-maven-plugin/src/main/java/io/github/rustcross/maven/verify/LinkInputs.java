package io.github.rustcross.maven.verify;

import io.github.rustcross.maven.cargo.BuildScriptRun;
import io.github.rustcross.maven.cargo.ProducedFile;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CargoPackage.Dependency;
import io.github.rustcross.maven.rust.CrateGraph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What this build compiled for a target. cargo's target folder itself may hold much more: of
 * earlier builds, and of other crates that share it.
 *
 * @param graph the crate with all it depends on
 * @param scripts the build scripts that ran for the target
 * @param produced what cargo compiled for it
 */
public record LinkInputs(
    CrateGraph graph, List<BuildScriptRun> scripts, List<ProducedFile> produced) {
  /** Copies the lists. */
  public LinkInputs {
    scripts = List.copyOf(scripts);
    produced = List.copyOf(produced);
  }

  /** The part of it that goes into the artifacts of one package. */
  LinkInputs of(String packageId) {
    Set<String> linked = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(packageId));
    while (!open.isEmpty()) {
      String next = open.pop();
      CargoPackage known = graph.packages().get(next);
      if (known != null && linked.add(next)) {
        known.dependencies().stream()
            .filter(dependency -> dependency.kind().equals("normal"))
            .map(Dependency::id)
            .forEach(open::push);
      }
    }
    return new LinkInputs(
        graph,
        scripts.stream().filter(run -> linked.contains(run.packageId())).toList(),
        produced.stream().filter(part -> linked.contains(part.packageId())).toList());
  }

  /** The name of a package of the graph. */
  String name(String packageId) {
    return graph.packages().get(packageId).name();
  }
}
