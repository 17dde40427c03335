package io.github.rustcross.maven.cargo;

import java.nio.file.Path;
import java.util.List;

/**
 * A build script that cargo ran, or whose last run it found fresh.
 *
 * @param packageId cargo's id of the package
 * @param folder where the script puts what it makes, {@code OUT_DIR}
 * @param libraries what it has rustc link, in the words of {@code rustc -l}: {@code static=z}
 * @param searched where rustc looks for these, in the words of {@code rustc -L}: {@code native=/x}
 */
public record BuildScriptRun(
    String packageId, Path folder, List<String> libraries, List<String> searched) {
  /** Copies the lists. */
  public BuildScriptRun {
    libraries = List.copyOf(libraries);
    searched = List.copyOf(searched);
  }
}
