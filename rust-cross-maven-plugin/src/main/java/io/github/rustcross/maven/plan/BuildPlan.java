package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.toolchain.WrapperScript;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a build will do, in order.
 *
 * @param catalogVersion the catalog it was made with
 * @param rust the Rust toolchain it was made for
 * @param targets what is delivered, in the order in which it was asked for
 * @param skipped what was left out
 * @param jobs the cargo invocations
 * @param stdToInstall the targets whose standard library has to be installed first
 * @param components the components of the Rust toolchain that have to be installed first
 * @param tools the catalog's downloads that have to be here, build scripts' own included
 * @param sysroots the sysroots that are linked against, whether they are here or not
 * @param hostScripts the scripts that link build scripts on a machine without a C compiler
 * @param natives what the crates need besides Rust, by the target that is compiled for
 * @param warnings what may go wrong
 */
public record BuildPlan(
    String catalogVersion,
    RustToolchain rust,
    List<TargetPlan> targets,
    List<SkippedTarget> skipped,
    List<CargoJob> jobs,
    List<String> stdToInstall,
    List<String> components,
    Set<String> tools,
    List<SysrootFinder.Found> sysroots,
    List<WrapperScript> hostScripts,
    Map<TargetTriple, TargetNatives> natives,
    List<String> warnings) {
  /** Copies the collections. */
  public BuildPlan {
    targets = List.copyOf(targets);
    skipped = List.copyOf(skipped);
    jobs = List.copyOf(jobs);
    stdToInstall = List.copyOf(stdToInstall);
    components = List.copyOf(components);
    tools = Collections.unmodifiableSet(new LinkedHashSet<>(tools));
    sysroots = List.copyOf(sysroots);
    hostScripts = List.copyOf(hostScripts);
    natives = Collections.unmodifiableMap(new LinkedHashMap<>(natives));
    warnings = List.copyOf(warnings);
  }
}
