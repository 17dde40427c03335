package io.github.rustcross.maven.it;

import io.github.rustcross.catalog.Proof;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetsPage;
import io.github.rustcross.catalog.yaml.ProofFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The file of proofs, and the page made from it, in the sources. */
final class MatrixProofs {
  /** Where a run keeps what it has shown, whether it may be published or not. */
  static final String FILE = ProofFile.NAME;

  private static final Path CATALOG =
      ModuleFolders.root().resolve("target-catalog/src/main/resources/io/github/rustcross/catalog");

  private MatrixProofs() {}

  static void write(Path project, Map<String, Proof> proven) throws IOException {
    Files.writeString(project.resolve(FILE), ProofFile.text(proven));
  }

  /** Puts it into the sources. */
  static void publish(Map<String, Proof> proven) throws IOException {
    Files.writeString(CATALOG.resolve(FILE), ProofFile.text(proven));
    Files.writeString(
        ModuleFolders.root().resolve("docs/targets.md"),
        TargetsPage.markdown(TargetCatalog.bundled(), proven));
  }

  /**
   * What the sources say and this run does not show: target, what, and why not if that is known.
   */
  static List<String> lost(Map<String, MatrixProof> run, Map<String, Proof> proven) {
    List<String> lost = new ArrayList<>();
    TargetCatalog.proofs()
        .forEach(
            (triple, before) -> {
              Proof now = proven.get(triple);
              List<String> what = new ArrayList<>();
              if (now == null || now.std() != before.std()) {
                what.add("built with std " + before.std().id());
              }
              before.built().stream()
                  .filter(missing(now == null ? List.of() : now.built()))
                  .forEach(toolchain -> what.add("built by " + toolchain));
              before.ran().stream()
                  .filter(missing(now == null ? List.of() : now.ran()))
                  .forEach(runner -> what.add("ran under " + runner));
              if (before.loadedInJvm() && (now == null || !now.loadedInJvm())) {
                what.add("loaded in a JVM");
              }
              if (!what.isEmpty()) {
                List<String> why = run.containsKey(triple) ? run.get(triple).reasons() : List.of();
                lost.add(
                    "%s: %s before%s"
                        .formatted(
                            triple,
                            String.join(", ", what),
                            why.isEmpty() ? "" : "; now: " + String.join("; ", why)));
              }
            });
    return lost;
  }

  private static Predicate<String> missing(List<String> names) {
    return name -> !names.contains(name);
  }
}
