package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.VendoredOpenssl;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoMetadata;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.rust.RustCompiler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the graph of a crate, once for each set of features that targets have. */
final class CrateGraphs {
  private final CargoMetadata metadata;
  private final RustCommands commands;
  private final BuildRequest request;
  private final RustCompiler rust;

  CrateGraphs(
      CargoMetadata metadata, RustCommands commands, BuildRequest request, RustCompiler rust) {
    this.metadata = metadata;
    this.commands = commands;
    this.request = request;
    this.rust = rust;
  }

  /**
   * What was read.
   *
   * @param targets the targets, with features that {@code rust.openssl} adds
   * @param graphs the crate, by the further features that a target has
   */
  record Read(List<TargetRequest> targets, Map<List<String>, CrateGraph> graphs) {}

  /**
   * Reads them.
   *
   * @throws ProblemException if cargo cannot
   */
  Read read(TargetCatalog catalog, List<TargetRequest> targets) throws ProblemException {
    Map<List<String>, CrateGraph> graphs = graphs(targets);
    List<TargetRequest> applied = new VendoredOpenssl(request, catalog, graphs).applied(targets);
    return new Read(applied, applied.equals(targets) ? graphs : graphs(applied));
  }

  /** Features decide over the graph, so each set of them has its own. */
  private Map<List<String>, CrateGraph> graphs(List<TargetRequest> targets)
      throws ProblemException {
    Map<List<String>, List<TargetRequest>> byFeatures =
        targets.stream()
            .collect(
                Collectors.groupingBy(
                    target -> target.settings().features(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<List<String>, CrateGraph> graphs = new LinkedHashMap<>();
    for (Map.Entry<List<String>, List<TargetRequest>> part : byFeatures.entrySet()) {
      graphs.put(
          part.getKey(),
          metadata.read(
              commands,
              request.manifest(),
              triples(part.getValue(), rust),
              request.cargo().with(part.getKey()).graphArguments()));
    }
    return graphs;
  }

  /** The host is among them: its packages are those of build scripts and proc-macros. */
  private static List<String> triples(List<TargetRequest> targets, RustCompiler rust) {
    return Stream.concat(
            targets.stream()
                .map(TargetRequest::target)
                .flatMap(CrateGraphs::concrete)
                .map(TargetTriple::value),
            Stream.of(rust.host().triple().value()))
        .distinct()
        .toList();
  }

  private static Stream<TargetTriple> concrete(Target target) {
    return target.isUniversal() ? target.slices().stream() : Stream.of(target.triple());
  }
}
