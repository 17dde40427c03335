package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.toolchain.HostSearch;
import io.github.rustcross.toolchain.ProgramProbe;
import io.github.rustcross.toolchain.ToolFinder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All the facts that a plan is made from.
 *
 * @param catalog the catalog with its overlays
 * @param request what the user asks for
 * @param targets the targets that are asked for
 * @param rust the Rust toolchain
 * @param graphs the crate, by the further features that a target has
 * @param config cargo's own configuration
 * @param network how everything that is fetched is reached
 * @param environment the user's variables
 * @param cargoHome cargo's folder, whose name is kept out of binaries
 * @param search programs, variables and folders of this machine
 * @param sysroots where sysroots are
 * @param tools what is in the tool cache
 * @param probe whether what starts cargo works
 * @param built whether a package is really built
 */
public record PlanInputs(
    TargetCatalog catalog,
    BuildRequest request,
    List<TargetRequest> targets,
    RustToolchain rust,
    Map<List<String>, CrateGraph> graphs,
    CargoConfig config,
    Network network,
    Map<String, String> environment,
    Path cargoHome,
    HostSearch search,
    SysrootFinder sysroots,
    ToolFinder tools,
    ProgramProbe probe,
    BuiltCrates built) {
  /** Copies the collections. */
  public PlanInputs {
    targets = List.copyOf(targets);
    graphs = Collections.unmodifiableMap(new LinkedHashMap<>(graphs));
    environment = Map.copyOf(environment);
  }

  /** The same for some of the targets. */
  public PlanInputs with(List<TargetRequest> some) {
    return new PlanInputs(
        catalog,
        request,
        some,
        rust,
        graphs,
        config,
        network,
        environment,
        cargoHome,
        search,
        sysroots,
        tools,
        probe,
        built);
  }

  /** The crate with each set of features that a target has. */
  Collection<CrateGraph> allGraphs() {
    return graphs.values();
  }

  /** The crate with the features that a target has. */
  CrateGraph graph(TargetSettings settings) {
    return graphs.get(settings.features());
  }

  /** The crate, for what does not depend on features. */
  public CrateGraph graph() {
    return graphs.values().iterator().next();
  }
}
