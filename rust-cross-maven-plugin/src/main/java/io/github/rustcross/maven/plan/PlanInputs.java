package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.toolchain.ProgramFinder;
import io.github.rustcross.toolchain.ToolFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All the facts that a plan is made from.
 *
 * @param catalog the catalog with its overlays
 * @param request what the user asks for
 * @param targets the targets that are asked for
 * @param rust the Rust toolchain
 * @param graph the crate
 * @param config cargo's own configuration
 * @param environment the user's variables
 * @param cargoHome cargo's folder, whose name is kept out of binaries
 * @param programs what is on PATH
 * @param tools what is in the tool cache
 */
public record PlanInputs(
    TargetCatalog catalog,
    BuildRequest request,
    List<TargetRequest> targets,
    RustToolchain rust,
    CrateGraph graph,
    CargoConfig config,
    Map<String, String> environment,
    Path cargoHome,
    ProgramFinder programs,
    ToolFinder tools) {
  /** Copies the collections. */
  public PlanInputs {
    targets = List.copyOf(targets);
    environment = Map.copyOf(environment);
  }
}
