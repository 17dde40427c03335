package io.github.rustcross.maven.verify;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.WasmDetails;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CargoPackage.Dependency;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.verify.jni.JniComparison;
import io.github.rustcross.maven.verify.jni.JniExports;
import io.github.rustcross.maven.verify.jni.JniLibrary;
import io.github.rustcross.maven.verify.jni.NativeMethods;
import io.github.rustcross.verify.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the libraries of a target with the native methods of the project. */
public final class JniChecks {
  private final TargetCatalog catalog;
  private final CrateGraph graph;
  private final NativeMethods methods;

  /**
   * Checks for one project, the same for all targets.
   *
   * @param methods the native methods of its classes
   */
  public JniChecks(TargetCatalog catalog, CrateGraph graph, NativeMethods methods) {
    this.catalog = catalog;
    this.graph = graph;
    this.methods = methods;
  }

  /**
   * Compares the libraries of one target.
   *
   * @param built what was built for the target
   * @return checks for some of these
   */
  Map<ExpectedArtifact, List<Check>> of(Map<ExpectedArtifact, BinaryDetails> built) {
    Map<String, ExpectedArtifact> libraries = new LinkedHashMap<>();
    List<JniLibrary> forJvm = new ArrayList<>();
    built.forEach(
        (artifact, details) -> {
          // No JVM loads WebAssembly as a library.
          if (artifact.kind() == ArtifactKind.CDYLIB && !(details instanceof WasmDetails)) {
            JniLibrary.of(
                    artifact.file(),
                    JniExports.of(details),
                    methods.methods(),
                    jvmCrates(artifact.packageId()))
                .ifPresent(forJvm::add);
            libraries.put(artifact.file(), artifact);
          }
        });
    Map<ExpectedArtifact, List<Check>> checks = new LinkedHashMap<>();
    if (!forJvm.isEmpty()) {
      JniComparison comparison = JniComparison.of(methods.methods(), forJvm);
      comparison
          .libraries()
          .forEach((file, found) -> checks.put(libraries.get(file), new ArrayList<>(found)));
      // What no library has, is told with the first.
      checks.get(libraries.get(forJvm.get(0).file())).addAll(comparison.methods());
    }
    return checks;
  }

  private Set<String> jvmCrates(String packageId) {
    CargoPackage built = graph.packages().get(packageId);
    return built.dependencies().stream()
        .filter(dependency -> dependency.kind().equals("normal"))
        .map(Dependency::id)
        .map(graph.packages()::get)
        .filter(known -> known != null && catalog.crates().jvm().contains(known.name()))
        .map(CargoPackage::name)
        .collect(Collectors.toSet());
  }
}
