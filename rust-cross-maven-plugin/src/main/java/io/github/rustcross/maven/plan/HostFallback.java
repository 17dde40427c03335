package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.TargetEnvironmentFactory;
import io.github.rustcross.toolchain.ToolState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What links build scripts and proc-macros on a machine that has no C compiler. */
final class HostFallback {
  private static final Set<String> ON_HOST = Set.of("custom-build", "proc-macro");

  private HostFallback() {}

  /**
   * The environment for it; empty where the machine has a compiler or nothing runs on it.
   *
   * @throws ProblemException if it is needed and its tools cannot be had
   */
  static Optional<TargetEnvironment> environment(
      PlanInputs inputs, TargetEnvironmentFactory environments) throws ProblemException {
    Optional<Target> host = inputs.catalog().find(inputs.rust().host().triple().value());
    if (host.isEmpty() || hasCompiler(inputs) || !hasHostCode(inputs)) {
      return Optional.empty();
    }
    Toolchain fallback = inputs.catalog().requireToolchain(inputs.catalog().hostFallback());
    if (fallback.terms().forbidden().isPresent()) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.TOOL_UNAVAILABLE,
              "build scripts cannot be linked: none of %s is on PATH, and %s is forbidden: %s"
                  .formatted(
                      inputs.catalog().hostCompilers(),
                      fallback.name(),
                      fallback.terms().forbidden().get().reason()),
              "Install a C compiler for this machine."));
    }
    for (String tool : fallback.downloads()) {
      if (inputs.tools().state(tool) instanceof ToolState.Unavailable unavailable) {
        throw new ProblemException(
            Problem.of(
                ProblemCode.TOOL_UNAVAILABLE,
                "build scripts cannot be linked: none of %s is on PATH, and %s cannot be had: %s"
                    .formatted(
                        inputs.catalog().hostCompilers(),
                        tool,
                        String.join("; ", unavailable.reasons())),
                "Install a C compiler for this machine, or let %s be fetched once."
                    .formatted(tool)));
      }
    }
    return Optional.of(
        environments.hostFallback(
            host.get(), host.get().defaultFloor().flatMap(GlibcVersion::parse)));
  }

  /** Elsewhere than on Linux compilers hide from PATH: behind xcrun, in Visual Studio's folders. */
  private static boolean hasCompiler(PlanInputs inputs) {
    return !inputs.rust().host().os().equals("linux")
        || inputs.catalog().hostCompilers().stream()
            .anyMatch(name -> inputs.search().program(name).isPresent());
  }

  private static boolean hasHostCode(PlanInputs inputs) {
    return inputs.graphs().values().stream()
        .flatMap(graph -> graph.packages().values().stream())
        .map(CargoPackage::targets)
        .flatMap(List::stream)
        .anyMatch(part -> part.kinds().stream().anyMatch(ON_HOST::contains));
  }
}
