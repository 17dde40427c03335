package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.HostSearch;
import io.github.rustcross.toolchain.Needs;
import io.github.rustcross.toolchain.ProgramProbe;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.TargetEnvironmentFactory;
import io.github.rustcross.toolchain.TargetSysroot;
import io.github.rustcross.toolchain.ToolFinder;
import io.github.rustcross.toolchain.ToolchainSelection;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The chosen targets on this machine, seen without a crate.
 *
 * @param catalog the catalog with its overlays
 * @param choice what the user said of targets
 * @param host this machine: as rustc sees it, or where there is no Rust as Java does
 * @param search this machine's programs, variables and files
 * @param tools what is in the tool cache
 * @param probe tells whether programs work
 * @param cacheDir the tool cache
 * @param rust the Rust toolchain; empty where there is none
 * @param withoutRust why there is none
 * @param sysroots the sysroots of those targets that have one
 * @param targets the chosen targets, in the order in which they were asked for
 */
public record TargetView(
    TargetCatalog catalog,
    TargetChoice choice,
    HostPlatform host,
    HostSearch search,
    ToolFinder tools,
    ProgramProbe probe,
    Path cacheDir,
    Optional<RustToolchain> rust,
    List<Problem> withoutRust,
    Map<TargetTriple, SysrootFinder.Found> sysroots,
    List<TargetRequest> targets) {
  /** What stands for the version of a rustc that is not here; tools read it as a version. */
  private static final String NO_RUSTC = "0.0.0";

  /** Copies the lists. */
  public TargetView {
    withoutRust = List.copyOf(withoutRust);
    sysroots = Map.copyOf(sysroots);
    targets = List.copyOf(targets);
  }

  /** The toolchain for one of the targets, as a build with these needs would choose it. */
  public ToolchainSelection select(TargetRequest request, Needs needs) {
    return new ToolchainSelector(catalog, host, search, tools, probe)
        .select(request.target(), with(request, needs), request.floor(), request.toolchain());
  }

  /** Why one of a target's ways of building does not serve here; empty where it does. */
  public Optional<Rejection> rejection(TargetRequest request, ToolchainChoice choice, Needs needs) {
    return new ToolchainSelector(catalog, host, search, tools, probe)
        .rejection(
            request.target(), choice, with(request, needs), request.floor(), request.toolchain());
  }

  /** The same after sysroots were fetched. */
  public TargetView with(Map<TargetTriple, SysrootFinder.Found> fetched) {
    return new TargetView(
        catalog, choice, host, search, tools, probe, cacheDir, rust, withoutRust, fetched, targets);
  }

  /** The sysroot of a target, if it has one. */
  public Optional<TargetSysroot> sysroot(Target target) {
    return Optional.ofNullable(sysroots.get(target.triple())).map(SysrootFinder.Found::sysroot);
  }

  private Needs with(TargetRequest request, Needs needs) {
    return needs.with(sysroot(request.target()));
  }

  /** The variables, flags and scripts of a toolchain that was selected. */
  public TargetEnvironment environment(
      TargetRequest request, Selected selected, Set<ArtifactKind> kinds) {
    return new TargetEnvironmentFactory(
            catalog,
            host,
            search,
            tools,
            cacheDir,
            rust.map(RustToolchain::rustcVersion).orElse(NO_RUSTC))
        .create(request.target(), selected, kinds);
  }
}
